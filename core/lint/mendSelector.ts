import { AttributeAction, type AttributeSelector, type Selector, SelectorType } from 'css-what';
import type { SelectorLint, SelectorLintKey } from '../selectors/lintSelector.ts';
import { mendFaults } from './mendFaults.ts';
import { rewriteSelector } from './rewriteSelector.ts';
import { type Mend, pickMend, selectorMend } from './ruleLint.ts';
import { stablePrefix } from './stablePrefix.ts';

type MendOf = (selector: string, lint: SelectorLint) => (Mend | undefined)[];

/** What can be done about each problem by changing the text alone, best first. */
const mendOf: Readonly<Record<SelectorLintKey, MendOf>> = {
  invalid: (selector) => [mended('faults', mendFaults(selector))],
  unclosed: (selector) => [mended('faults', mendFaults(selector))],
  'hidden-character': (selector) => [mended('visible', mendFaults(selector))],
  'too-long': () => [selectorMend('empty', '')],
  'not-css': (selector, lint) => [mended('negated', asNegation(selector)), without(selector, lint)],
  'pseudo-element': (selector, lint) => [without(selector, lint)],
  'pseudo-class': (selector, lint) => [without(selector, lint)],
  positional: (selector, lint) => [without(selector, lint)],
  'generated-name': (selector, lint) => [
    mended('prefix', withPrefix(selector, lint.detail)),
    without(selector, lint),
  ],
  'utility-class': (selector, lint) => [without(selector, lint)],
  'page-data': (selector, lint) => [
    mended('prefix', withPrefix(selector, lint.detail)),
    mended('any-value', withoutValue(selector, lint.detail)),
  ],
  'matches-everything': (selector) => [mended('main-only', mainOnly(selector)), pickMend],
  'too-many-parts': () => [],
};

/**
 * Mends for one problem of a selector. They are proposals: what they match is compared with what the selector matches
 * on the page before one is offered.
 */
export function mendSelector(selector: string, lint: SelectorLint): Mend[] {
  return mendOf[lint.key](selector, lint).flatMap((mend) => (mend ? [mend] : []));
}

function mended(key: string, selector: string | undefined): Mend | undefined {
  return selector === undefined ? undefined : selectorMend(key, selector);
}

/** Without the piece; where it is all that is said about an element, that would be every element. */
function without(selector: string, { detail }: SelectorLint): Mend | undefined {
  let isAlone = false;
  const rest = rewriteSelector(selector, (piece, beside) => {
    if (nameOf(piece) !== detail) return piece;
    isAlone ||= beside.every((other) => nameOf(other) === detail || other.type === SelectorType.Universal);
    return null;
  });
  return isAlone || rest === undefined ? undefined : selectorMend('without', rest, { detail });
}

/** As `lintSelector` names a piece. */
function nameOf(piece: Selector): string | undefined {
  if (piece.type === SelectorType.Pseudo) return `:${piece.name}`;
  if (piece.type === SelectorType.PseudoElement) return `::${piece.name}`;
  if (piece.type !== SelectorType.Attribute) return undefined;
  return piece.action === 'exists' ? piece.name : piece.value;
}

function withPrefix(selector: string, detail: string): string | undefined {
  const prefix = stablePrefix(detail);
  if (prefix === undefined) return undefined;
  return rewriteSelector(selector, (piece) => {
    if (piece.type !== SelectorType.Attribute || piece.value !== detail) return piece;
    if (piece.name === 'id' && piece.action === 'equals')
      return begins(piece, 'id', AttributeAction.Start, prefix);
    return piece.name === 'class' && piece.action === 'element'
      ? begins(piece, 'class', AttributeAction.Any, prefix)
      : piece;
  });
}

function begins(
  piece: AttributeSelector,
  name: string,
  action: AttributeAction,
  value: string,
): AttributeSelector {
  return { ...piece, name, action, value, ignoreCase: null };
}

/** `[data-user="jane@example.com"]` -> `[data-user]`. An id or a class without its value is no name any more. */
function withoutValue(selector: string, detail: string): string | undefined {
  return rewriteSelector(selector, (piece) => {
    if (piece.type !== SelectorType.Attribute || piece.value !== detail) return piece;
    if (piece.action === 'exists' || piece.name === 'id' || piece.name === 'class') return piece;
    return { ...piece, action: AttributeAction.Exists, value: '', ignoreCase: null };
  });
}

/** jQuery's `[a!=b]`. */
function asNegation(selector: string): string | undefined {
  return rewriteSelector(selector, (piece) => {
    if (piece.type !== SelectorType.Attribute || piece.action !== 'not') return piece;
    const equal: AttributeSelector = { ...piece, action: AttributeAction.Equals };
    return { type: SelectorType.Pseudo, name: 'not', data: [[equal]] };
  });
}

/** What a page calls its own content. It reaches less, and is said to. */
function mainOnly(selector: string): string | undefined {
  return /^(\*|html|body|:root|html body|html > body)$/i.test(selector.trim()) ? 'main' : undefined;
}
