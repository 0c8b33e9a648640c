import { type AttributeSelector, parse, type Selector } from 'css-what';
import { nameKind } from './nameKind.ts';
import { maxParts } from './recorderTakes.ts';
import { type SelectorFault, type SelectorFaultKey, selectorTokens } from './selectorTokens.ts';

/** Something to know about a selector before it becomes a rule. */
export interface SelectorLint {
  /** Message key: `selectorLint.<key>`. */
  readonly key: SelectorLintKey;
  /** The piece it is about, as written or as parsed; it is the author's own text. */
  readonly detail: string;
  /** Offsets in UTF-16 units, where the piece can be found in the text. */
  readonly start?: number;
  readonly end?: number;
  /** Of what cannot be read: what is wrong at that place (`selectorFault.<key>`). */
  readonly fault?: SelectorFaultKey;
}

export type SelectorLintKey =
  | 'invalid'
  | 'too-long'
  | 'hidden-character'
  | 'unclosed'
  | 'not-css'
  | 'positional'
  | 'generated-name'
  | 'utility-class'
  | 'matches-everything'
  | 'too-many-parts'
  | 'pseudo-class'
  | 'pseudo-element'
  | 'page-data';

/** A selector of somebody else's may have thousands of doubtful parts: nobody reads more than these. */
const maxProblems = 12;

/** Attributes whose values are content; anything else is looked at for e-mail signs and long numbers. */
const contentAttributes = [
  'href',
  'src',
  'value',
  'title',
  'alt',
  'aria-label',
  'placeholder',
  'content',
  'text',
];

const positionalPseudos = /^(nth-(last-)?(child|of-type)|(first|last|only)-(child|of-type))$/;

/** Pseudo-classes of css-what's dialect that no browser knows; jQuery's and css-select's own. */
const notCssPseudos =
  /^(contains|icontains|button|checkbox|file|image|input|password|radio|reset|selected|submit|text|parent|header|eq|gt|lt|even|odd|visible|hidden|first|last)$/;

/**
 * What is doubtful about a selector, for the rule editor. Says nothing about validity beyond what css-what can
 * parse: the browser's word on that comes from the page.
 *
 * @returns problems in the order they stand in the text where that is known; empty when there is nothing to say
 */
export function lintSelector(selector: string): SelectorLint[] {
  const { faults, isUnread } = selectorTokens(selector);
  if (isUnread) return [{ key: 'too-long', detail: String(selector.length) }];
  let parts: Selector[][];
  try {
    parts = parse(selector);
  } catch (error) {
    return [invalid(selector, error, faults[0])];
  }
  if (parts.length === 0) return [{ key: 'invalid', detail: '' }];
  const problems = [...lintSmuggled(selector, faults), ...lintParts(parts, selector)];
  const fatal = faults.find(({ key }) => !closedByBrowsers.has(key));
  if (fatal && !problems.some(({ key }) => key === 'not-css')) return [invalid(selector, undefined, fatal)];
  const seen = new Set<string>();
  return problems
    .filter(({ key, detail }) => {
      const isNew = !seen.has(`${key} ${detail}`);
      seen.add(`${key} ${detail}`);
      return isNew;
    })
    .slice(0, maxProblems);
}

function lintParts(parts: readonly Selector[][], selector: string): SelectorLint[] {
  const problems: SelectorLint[] = [];
  for (const part of parts) {
    problems.push(...lintReach(part, selector), ...lintTokens(part, selector));
    if (problems.length > 4 * maxProblems) break;
  }
  if (parts.length > maxParts) problems.push({ key: 'too-many-parts', detail: String(parts.length) });
  return problems;
}

/** css-what lets more through than any browser; these faults browsers pass over as well. */
const closedByBrowsers: ReadonlySet<SelectorFaultKey> = new Set<SelectorFaultKey>([
  'unclosed-bracket',
  'unclosed-quote',
  'unclosed-parenthesis',
  'unclosed-comment',
  'hidden-character',
]);

/** What browsers read all the same, and a recorder that puts it into a style sheet or a list may not. */
function lintSmuggled(selector: string, faults: readonly SelectorFault[]): SelectorLint[] {
  return faults.flatMap(({ key, start, end }): SelectorLint[] => {
    const place = { detail: selector.slice(start, end), start, end, fault: key };
    if (key === 'hidden-character') return [{ ...place, key, detail: codePoint(place.detail) }];
    return key.startsWith('unclosed-') ? [{ ...place, key: 'unclosed' }] : [];
  });
}

/** `U+202E`: the character itself would not be seen, or turn round what is beside it. */
function codePoint(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function invalid(selector: string, error: unknown, fault: SelectorFault | undefined): SelectorLint {
  if (fault) {
    const { start, end } = fault;
    return { key: 'invalid', detail: selector.slice(start, end), start, end, fault: fault.key };
  }
  const message = error instanceof Error ? error.message : String(error);
  // css-what names the rest of the text it could not read: that is the position.
  const rest = /^(?:Unmatched selector: |Expected name, found )([\s\S]*)$/.exec(message)?.[1];
  if (rest === undefined || !selector.endsWith(rest)) return { key: 'invalid', detail: message };
  return { key: 'invalid', detail: rest, start: selector.length - rest.length, end: selector.length };
}

/** `*`, `html`, `body` as the thing matched: everything below inherits the rule. */
function lintReach(part: readonly Selector[], selector: string): SelectorLint[] {
  const last = part[part.length - 1];
  const before = part[part.length - 2];
  if (before && !isCombinator(before)) return [];
  if (last?.type === 'universal' && !before) return [located('matches-everything', '*', selector)];
  if (last?.type === 'tag' && ['html', 'body'].includes(last.name)) {
    return [located('matches-everything', last.name, selector)];
  }
  if (last?.type === 'pseudo' && last.name === 'root')
    return [located('matches-everything', ':root', selector)];
  return [];
}

function isCombinator(token: Selector): boolean {
  return ['descendant', 'child', 'adjacent', 'sibling', 'parent', 'column-combinator'].includes(token.type);
}

function lintTokens(part: readonly Selector[], selector: string): SelectorLint[] {
  return part.flatMap((token): SelectorLint[] => {
    if (token.type === 'attribute') return lintAttribute(token, selector);
    if (token.type === 'pseudo') return lintPseudo(token.name, token.data, selector);
    if (token.type === 'pseudo-element') return [located('pseudo-element', `::${token.name}`, selector)];
    if (token.type === 'tag' && isOddTag(token.name, selector))
      return [located('invalid', token.name, selector)];
    if (token.type === 'parent') return [located('not-css', '<', selector)];
    return [];
  });
}

/** css-what takes `$x` and `;b` for tags; no browser does. An escaped name is left to the browser. */
function isOddTag(name: string, selector: string): boolean {
  return /[^\w\u0080-\uffff-]|^\d/.test(name) && !selector.includes('\\');
}

function lintAttribute(token: AttributeSelector, selector: string): SelectorLint[] {
  const { name, value } = token;
  if (token.action === 'not') return [located('not-css', '!=', selector)];
  if (token.action === 'exists') return looksScoped(name) ? [located('generated-name', name, selector)] : [];
  if (contentAttributes.includes(name) || holdsData(value)) return [located('page-data', value, selector)];
  if (name !== 'class' && name !== 'id') return [];
  const kind = nameKind(value);
  // Half a name (`[class*="css-1x"]`) is judged like a whole one.
  if (kind === 'generated') return [located('generated-name', value, selector)];
  return kind === 'utility' && token.action === 'element' ? [located('utility-class', value, selector)] : [];
}

function looksScoped(name: string): boolean {
  return /^(data-v-|_ng(content|host)-)/.test(name);
}

function holdsData(value: string): boolean {
  return value.includes('@') || /\d{5,}/.test(value);
}

function lintPseudo(name: string, data: Selector[][] | null | string, selector: string): SelectorLint[] {
  if (notCssPseudos.test(name)) return [located('not-css', `:${name}`, selector)];
  const problems: SelectorLint[] = [];
  if (positionalPseudos.test(name)) problems.push(located('positional', `:${name}`, selector));
  // Which of them FullStory takes is undocumented (fullstory.md f.6): one sentence for all.
  problems.push(located('pseudo-class', `:${name}`, selector));
  if (Array.isArray(data)) problems.push(...data.flatMap((part) => lintTokens(part, selector)));
  return problems;
}

/** css-what keeps no positions; the piece is looked up in the text, and left without one when escaped there. */
function located(key: SelectorLintKey, detail: string, selector: string): SelectorLint {
  const start = detail === '' ? -1 : selector.indexOf(detail);
  return start < 0 ? { key, detail } : { key, detail, start, end: start + detail.length };
}
