import { parse, type Selector, SelectorType } from 'css-what';
import { holdsOddArgument } from '../matching/oddArgument.ts';
import { longestReadSelector } from '../matching/requiredTokens.ts';
import { type Compound, compoundsOf } from './rewriteSelector.ts';

/** Alternatives of each that are compared: 50 with 50 are 2,500 comparisons. */
const maxAlternatives = 50;

/** What is known of two selectors without any page. Nothing known is the usual answer. */
export interface SelectorComparer {
  /** Every element that `inner` can match is matched by `outer`. */
  covers(outer: string, inner: string): boolean;
  /** No element can match both. */
  excludes(a: string, b: string): boolean;
}

/** Rules are compared with each other again and again while one is written: each is read once. */
export function createSelectorComparer(): SelectorComparer {
  const read = new Map<string, readonly Compound[][] | undefined>();

  function alternatives(selector: string): readonly Compound[][] | undefined {
    if (!read.has(selector)) read.set(selector, readAlternatives(selector));
    return read.get(selector);
  }

  return {
    covers(outer, inner) {
      const outers = alternatives(outer);
      const inners = alternatives(inner);
      if (!outers || !inners) return false;
      return inners.every((one) => outers.some((other) => coversOne(other, one)));
    },
    excludes(a, b) {
      const ones = alternatives(a);
      const others = alternatives(b);
      if (!ones || !others) return false;
      return ones.every((one) => others.every((other) => conflict(subject(one), subject(other))));
    },
  };
}

/** Undefined: not read, and so nothing is known. */
function readAlternatives(selector: string): readonly Compound[][] | undefined {
  if (selector.length > longestReadSelector) return undefined;
  try {
    const parts = parse(selector);
    if (holdsOddArgument(parts)) return undefined;
    return parts.length === 0 || parts.length > maxAlternatives ? undefined : parts.map(compoundsOf);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** `.a .b` is covered by `.b` and by `.a .b`: what one asks for is a tail of what the other asks for. */
function coversOne(outer: readonly Compound[], inner: readonly Compound[]): boolean {
  const offset = inner.length - outer.length;
  if (offset < 0) return false;
  return outer.every(({ pieces, combinator }, index) => {
    const other = inner[index + offset];
    if (!other || keyOf(combinator) !== keyOf(other.combinator)) return false;
    const asked = new Set(other.pieces.map(keyOf));
    return pieces.every((piece) => piece.type === SelectorType.Universal || asked.has(keyOf(piece)));
  });
}

function keyOf(piece: Selector | undefined): string {
  return JSON.stringify(piece) ?? '';
}

function subject(compounds: readonly Compound[]): readonly Selector[] {
  return compounds.at(-1)?.pieces ?? [];
}

/** Two tags, two ids, two values of one attribute; or what one asks for and the other refuses. */
function conflict(a: readonly Selector[], b: readonly Selector[]): boolean {
  return a.some((one) => b.some((other) => contradict(one, other) || negates(one, b) || negates(other, a)));
}

function contradict(a: Selector, b: Selector): boolean {
  if (a.type === SelectorType.Tag && b.type === SelectorType.Tag)
    return a.name.toLowerCase() !== b.name.toLowerCase();
  if (a.type !== SelectorType.Attribute || b.type !== SelectorType.Attribute || a.name !== b.name)
    return false;
  if (a.action !== 'equals' || b.action !== 'equals') return false;
  // In quirks mode, and for many attributes of forms, capitals do not count.
  return a.value.toLowerCase() !== b.value.toLowerCase();
}

/** `:not(.x)` beside a selector that asks for `.x`. */
function negates(piece: Selector, asked: readonly Selector[]): boolean {
  if (piece.type !== SelectorType.Pseudo || piece.name !== 'not' || !Array.isArray(piece.data)) return false;
  const keys = new Set(asked.map(keyOf));
  return piece.data.some((part) => part.length === 1 && keys.has(keyOf(part[0])));
}
