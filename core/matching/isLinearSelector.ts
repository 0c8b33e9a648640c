import { isTraversal, parse, type Selector } from 'css-what';
import { isOddArgument } from './oddArgument.ts';
import { longestReadSelector } from './requiredTokens.ts';

/** Alternatives inside `:is()`, `:where()`, `:not()`: each is tried on every element. */
const maxAlternatives = 16;
/** Those of all levels together: each of 16 may hold 16 again. */
const maxInAll = 128;
/** Top-level alternatives: joined lists cost 5-10 times their parts on a whole document (docs/benchmarks.md). */
const maxParts = 8;
/** Beyond this many steps between ancestors, trying each of them again multiplies. */
const maxMixedSteps = 3;

/**
 * Whether the browser can run a selector over a whole document in time that grows with the document alone, by a small
 * factor. Not so: `:has()` (looks at what is below, again for each element), `~` (looks at all siblings before),
 * long lists, long mixed chains of ancestors.
 *
 * @returns false also for what css-what cannot read: nothing is known of it
 */
export function isLinearSelector(selector: string): boolean {
  if (selector.length > longestReadSelector) return false;
  try {
    const parts = parse(selector);
    return parts.length <= maxParts && alternativesIn(parts) <= maxInAll && parts.every(isLinearPart);
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

function alternativesIn(parts: readonly (readonly Selector[])[]): number {
  let count = parts.length;
  for (const part of parts)
    for (const token of part)
      if (token.type === 'pseudo' && Array.isArray(token.data)) count += alternativesIn(token.data);
  return count;
}

function isLinearPart(part: readonly Selector[]): boolean {
  let descendants = 0;
  let others = 0;
  for (const token of part) {
    if (token.type === 'sibling') return false;
    if (token.type === 'descendant') descendants += 1;
    else if (isTraversal(token)) others += 1;
    if (token.type !== 'pseudo' || token.data === null) continue;
    if (token.name === 'has') return false;
    if (typeof token.data === 'string') {
      if (isOddArgument(token.data)) return false;
      // `:nth-child(2n of .row)`: css-what hands on the text.
      if (/\bof\b/i.test(token.data) && !/\bof\s+[\w.#-]+\s*$/i.test(token.data)) return false;
    } else if (token.data.length > maxAlternatives || !token.data.every(isLinearPart)) return false;
  }
  return descendants === 0 || others === 0 || descendants + others <= maxMixedSteps;
}
