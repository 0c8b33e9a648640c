import type { ElementFacts } from './elementFacts.ts';
import { hasWord, holdsPageData, isPlainName, type WordList, type WordOnPage } from './holdsPageData.ts';
import { nameKind } from './nameKind.ts';
import { nameStems } from './nameStems.ts';
import { isStableAttribute, isStableValue } from './stableAttributes.ts';

/** One simple or compound selector for one element, and how long it is likely to hold. */
export interface SelectorPart {
  readonly text: string;
  /** 0..1, see `partStability`. */
  readonly stability: number;
  readonly notes: readonly string[];
  /** Names the element by itself; a bare tag, a utility class or a position does not. */
  readonly named: boolean;
}

/**
 * How often each kind of hook survives a redesign, best first. The order is what matters: it follows
 * Playwright's and Datadog's generators (test ids, then ids, then classes, then structure).
 */
export const partStability = {
  testId: 1,
  formName: 0.9,
  autocomplete: 0.9,
  id: 0.88,
  class: 0.85,
  inputType: 0.75,
  stem: 0.75,
  placedStem: 0.7,
  customElement: 0.75,
  inputMode: 0.65,
  role: 0.65,
  tag: 0.4,
  utility: 0.25,
  position: 0.1,
} as const;

/** A digit in a name is more often a counter than a meaning. */
const digitPenalty = 0.8;

const attributeKinds: Readonly<Record<string, keyof typeof partStability>> = {
  name: 'formName',
  formcontrolname: 'formName',
  itemprop: 'class',
  inputmode: 'inputMode',
  autocomplete: 'autocomplete',
  type: 'inputType',
  role: 'role',
};

const htmlTags: WordList = {
  words: ` a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote
 body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
 embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
 img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noframes noscript object ol
 optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source
 span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u
 ul var video wbr circle defs ellipse g line path polygon polyline rect text tspan use image `,
};

/** The tag, or '*' when the tag itself might hold data (`<jane-doe>`). */
export function tagText(facts: Pick<ElementFacts, 'tag'>, wordOnPage: WordOnPage): string {
  if (hasWord(htmlTags, facts.tag)) return facts.tag;
  const safe =
    facts.tag.includes('-') && nameKind(facts.tag) === 'stable' && !holdsPageData(facts.tag, wordOnPage);
  return safe ? facts.tag : '*';
}

/** The parts of each element, read once for a page: every one of hundreds of candidates asks for them. */
const known = new WeakMap<WordOnPage, WeakMap<ElementFacts, readonly SelectorPart[]>>();

/** Everything that may name this element, most stable first; the bare tag and utility classes come last. */
export function selectorParts(facts: ElementFacts, wordOnPage: WordOnPage): readonly SelectorPart[] {
  const ofPage = known.get(wordOnPage) ?? new WeakMap<ElementFacts, readonly SelectorPart[]>();
  known.set(wordOnPage, ofPage);
  const parts = ofPage.get(facts) ?? readParts(facts, wordOnPage);
  ofPage.set(facts, parts);
  return parts;
}

function readParts(facts: ElementFacts, wordOnPage: WordOnPage): SelectorPart[] {
  const tag = tagText(facts, wordOnPage);
  const parts = [
    ...attributeParts(facts, tag, wordOnPage),
    ...idParts(facts, wordOnPage),
    ...classParts(facts, wordOnPage),
  ];
  if (tag !== '*') {
    const custom = tag.includes('-');
    const stability = custom ? partStability.customElement : partStability.tag;
    parts.push({ text: tag, stability, notes: [], named: custom });
  }
  return parts.sort((a, b) => b.stability - a.stability || a.text.length - b.text.length);
}

function attributeParts(facts: ElementFacts, tag: string, wordOnPage: WordOnPage): SelectorPart[] {
  const parts: SelectorPart[] = [];
  for (const [name, value] of facts.attributes) {
    if (!isStableAttribute(name, value, wordOnPage)) continue;
    const kind = attributeKinds[name] ?? 'testId';
    // `type` and `name` mean something only together with the tag.
    const prefix = kind === 'testId' || kind === 'class' || tag === '*' ? '' : tag;
    const stability = partStability[kind] * (/\d/.test(value) ? digitPenalty : 1);
    parts.push({ text: `${prefix}[${name}="${value}"]`, stability, notes: [], named: true });
  }
  return parts;
}

function idParts(facts: ElementFacts, wordOnPage: WordOnPage): SelectorPart[] {
  const id = facts.elementId;
  if (id === '' || !isStableValue(id, wordOnPage)) return [];
  const stability = partStability.id * (/\d/.test(id) ? digitPenalty : 1);
  // `#billing:firstname` would have to be escaped, and not everybody who reads selectors can.
  const text = isPlainName(id) ? `#${id}` : `[id="${id}"]`;
  return [{ text, stability, notes: [], named: true }];
}

function classParts(facts: ElementFacts, wordOnPage: WordOnPage): SelectorPart[] {
  const parts: SelectorPart[] = [];
  for (const name of new Set(facts.classes)) {
    const kind = nameKind(name);
    if (kind === 'generated') {
      for (const { text, needsPlace } of nameStems(name, wordOnPage)) {
        const stability = needsPlace ? partStability.placedStem : partStability.stem;
        parts.push({ text, stability, notes: ['partial-name'], named: true });
      }
      continue;
    }
    if ((kind !== 'stable' && kind !== 'utility') || holdsPageData(name, wordOnPage)) continue;
    const text = `.${name}`;
    if (kind === 'utility') {
      parts.push({ text, stability: partStability.utility, notes: ['utility-class'], named: false });
      continue;
    }
    const stability = partStability.class * (/\d/.test(name) ? digitPenalty : 1);
    parts.push({ text, stability, notes: [], named: true });
  }
  return parts;
}
