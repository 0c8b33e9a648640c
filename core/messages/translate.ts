/** One message: fixed words with {placeholders}, or plural forms chosen by {count}. */
export type MessageText = string | PluralForms;

export interface PluralForms {
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly zero?: string;
  readonly other: string;
}

export type Catalog = Readonly<Record<string, MessageText>>;
export type MessageParams = Readonly<Record<string, string | number>>;

/** `t('verdict.leaks', { count: 3 })`. An unknown key comes back as it is, so that it is seen and reported. */
export interface Translate {
  (key: string, params?: MessageParams): string;
  readonly locale: string;
  /** Whether the catalogue has words for a key: for keys that come from the engine or a server. */
  has(key: string): boolean;
}

const placeholder = /\{(\w+)\}/g;

/**
 * Words for people, from one flat catalogue.
 *
 * @param catalog flat map of key to words
 * @param locale BCP 47 tag: decides plural forms and how numbers are written
 */
export function createTranslator(catalog: Catalog, locale: string): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const messages = new Map(Object.entries(catalog));

  function translate(key: string, params: MessageParams = {}): string {
    const message = messages.get(key);
    if (message === undefined) return key;
    return chooseForm(message, params, plurals).replace(placeholder, (whole, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined) return whole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  }
  return Object.assign(translate, { locale, has: (key: string) => messages.has(key) });
}

function chooseForm(message: MessageText, params: MessageParams, plurals: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  const { count } = params;
  if (typeof count !== 'number') return message.other;
  return message[plurals.select(count)] ?? message.other;
}
