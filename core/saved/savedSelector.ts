import { compile } from 'css-select';
import { parse, type Selector, SelectorType, stringify } from 'css-what';
import { isOddArgument } from '../matching/oddArgument.ts';
import { copyParts } from './copyParts.ts';
import { syntaxFault } from './selectorSyntax.ts';

/**
 * A selector as css-what reads it, and as it is run: written down again it loses escapes (`.w-1\/2` comes out as `.w-1/2`,
 * which is another selector or none).
 */
export type SelectorParts = readonly (readonly Selector[])[];

/** What a saved page can say about a selector. */
export type SavedSelector =
  /** Run it: the answer is the browser's. */
  | { readonly kind: 'exact'; readonly selector: string; readonly parts: SelectorParts }
  /** It tests state that a saved page does not hold: what the rest of it matches is unknown. */
  | {
      readonly kind: 'stateful';
      readonly selector: string;
      readonly parts: SelectorParts;
      readonly pseudo: string;
    }
  | { readonly kind: 'invalid'; readonly detail: string };

/** Pseudo-classes that depend on the tree alone and mean the same to css-select and to browsers. */
const structural = new Set([
  'first-child',
  'last-child',
  'only-child',
  'first-of-type',
  'last-of-type',
  'only-of-type',
  'nth-child',
  'nth-last-child',
  'nth-of-type',
  'nth-last-of-type',
  'root',
  'empty',
]);
const nesting = new Set(['is', 'where', 'not', 'has', 'matches']);

/** css-select's own additions, which every browser rejects. */
const notCss = new Set([
  'contains',
  'icontains',
  'parent',
  'header',
  'button',
  'input',
  'text',
  'checkbox',
  'file',
  'password',
  'radio',
  'reset',
  'image',
  'submit',
  'selected',
  'eq',
  'first',
  'last',
  'even',
  'odd',
  'gt',
  'lt',
  'visible',
  'hidden',
]);

/** Asked of the same rules for each of a hundred pages; the same answer is the same object. */
const answers = new Map<string, SavedSelector>();
const maxAnswers = 1000;

/** Reads a selector the way a browser would, as far as that is possible without one. */
export function readSavedSelector(selector: string): SavedSelector {
  if (answers.size > maxAnswers) answers.clear();
  const known = answers.get(selector) ?? read(selector);
  answers.set(selector, known);
  return known;
}

function read(selector: string): SavedSelector {
  let parsed: Selector[][];
  try {
    parsed = parse(selector);
  } catch (error) {
    return { kind: 'invalid', detail: error instanceof Error ? error.message : String(error) };
  }
  const fault = syntaxFault(selector, parsed);
  if (fault !== undefined) return { kind: 'invalid', detail: fault };
  const findings = { state: '', invalid: '' };
  const loose = parsed.map((parts) => loosen(parts, findings));
  findings.invalid ||= compileFault(loose);
  if (findings.invalid !== '') return { kind: 'invalid', detail: findings.invalid };
  const found = { selector: stringify(loose), parts: loose };
  if (findings.state === '') return { kind: 'exact', ...found };
  return { kind: 'stateful', ...found, pseudo: findings.state };
}

/**
 * Whether a selector is valid, where there is no browser to ask. One that tests state is fine for a browser.
 *
 * @returns what is wrong, or undefined
 */
export function savedSyntaxError(selector: string): string | undefined {
  const read = readSavedSelector(selector);
  return read.kind === 'invalid' ? read.detail : undefined;
}

/** What css-select cannot run is found out here: thrown later, it would end the look at all rules. */
function compileFault(parts: readonly (readonly Selector[])[]): string {
  try {
    compile(copyParts(parts));
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The selector without what cannot be told: it matches at least as much. */
function loosen(parts: readonly Selector[], findings: { state: string; invalid: string }): Selector[] {
  const kept: Selector[] = [];
  for (const part of parts) {
    const keep = loosenPart(part, findings);
    if (keep) kept.push(keep);
    else if (kept.length === 0 || isCombinator(kept.at(-1)))
      kept.push({ type: SelectorType.Universal, namespace: null });
  }
  return kept;
}

function loosenPart(part: Selector, findings: { state: string; invalid: string }): Selector | undefined {
  if (part.type === 'parent') findings.invalid = 'there is no parent combinator in CSS';
  if (part.type === 'attribute' && part.action === 'not') findings.invalid = 'there is no [a!=b] in CSS';
  if (part.type === 'pseudo-element') {
    // A pseudo-element is no element: the selector is valid and matches nothing.
    findings.state = `::${part.name}`;
    return undefined;
  }
  if ('namespace' in part && part.namespace) {
    // Without declared namespaces only `*|` is valid, and it says nothing.
    if (part.namespace !== '*') findings.invalid = `there is no namespace ${part.namespace}`;
    return { ...part, namespace: null };
  }
  if ('namespace' in part && part.namespace === '' && part.type !== 'attribute') {
    // Elements of no namespace: a page that is no XML has none, and css-select knows none.
    findings.state = '|';
    return { ...part, namespace: null };
  }
  // Of HTML elements, names of attributes are compared without case.
  if (part.type === 'attribute') return { ...part, name: part.name.toLowerCase() };
  if (part.type !== 'pseudo') return part;
  if (typeof part.data === 'string' && isOddArgument(part.data)) {
    findings.state = `:${part.name}`;
    return undefined;
  }
  if (notCss.has(part.name)) findings.invalid = `there is no :${part.name} in CSS`;
  if (structural.has(part.name)) return part;
  if (nesting.has(part.name) && Array.isArray(part.data)) {
    if (part.name === 'has' && part.data.some(holdsHas))
      findings.invalid = 'there is no :has() inside of :has()';
    const inner = { state: '', invalid: '' };
    const data = part.data.map((list) => loosen(list, inner));
    findings.invalid ||= inner.invalid;
    findings.state ||= inner.state;
    // Loosening what is negated would match less, not more.
    if (inner.state === '') return part;
    return part.name === 'not' ? undefined : { ...part, data };
  }
  findings.state = `:${part.name}`;
  return undefined;
}

/** Browsers reject it, css-select does not. */
function holdsHas(parts: readonly Selector[]): boolean {
  return parts.some(
    (part) =>
      part.type === 'pseudo' &&
      (part.name === 'has' || (Array.isArray(part.data) && part.data.some(holdsHas))),
  );
}

function isCombinator(part: Selector | undefined): boolean {
  return (
    part !== undefined &&
    ['descendant', 'child', 'sibling', 'adjacent', 'column-combinator'].includes(part.type)
  );
}
