import { booleanAt, objectAt, stringsAt } from '../readOptions.ts';

/** What `clarity.start()` is told that decides what is recorded. */
export interface ClarityOptions {
  /** True: Balanced; false: Strict. */
  readonly content: boolean;
  readonly mask: readonly string[];
  readonly unmask: readonly string[];
  /** Entries of `unmask` that begin with `!`: text under an element whose generated selector holds them is shown. */
  readonly overrides: readonly string[];
  /** Parameters whose value is cut from addresses. */
  readonly drop: readonly string[];
}

/** @throws OptionsError for the wrong shape of a key that decides what is recorded */
export function parseClarityOptions(input: unknown): ClarityOptions {
  const given = objectAt(input, 'options');
  const unmask = stringsAt(given, 'unmask', 'options') ?? [];
  return {
    content: booleanAt(given, 'content', 'options') ?? true,
    mask: stringsAt(given, 'mask', 'options') ?? [],
    unmask: unmask.filter((entry) => !entry.includes('!')),
    overrides: unmask.filter((entry) => entry.includes('!')).map((entry) => entry.slice(1)),
    drop: stringsAt(given, 'drop', 'options') ?? [],
  };
}

/** The address as it leaves: scrub.ts `url`. */
export function dropParameters(address: string, drop: readonly string[]): string {
  if (drop.length === 0 || address.indexOf('?') <= 0) return address;
  const [path = '', query = ''] = address.split('?');
  const kept = query.split('&').map((part) => {
    const isDropped = drop.some((name) => part.startsWith(`${name}=`));
    return isDropped ? `${part.split('=', 1)[0]}=*na*` : part;
  });
  return `${path}?${kept.join('&')}`;
}
