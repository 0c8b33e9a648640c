import { isTraversal, parse, type Selector } from 'css-what';
import { longestReadSelector } from './requiredTokens.ts';

/** More alternatives than this cost again what was to be saved. */
const maxParts = 8;
const everything = '*';
const plainName = /^-?[a-z_][\w-]*$/i;

/**
 * A cheap selector that matches at least what a costly one could: of each alternative the last compound's tag, id or
 * class. Everything, where there is none to go by.
 */
export function coveringSelector(selector: string): string {
  if (selector.length > longestReadSelector) return everything;
  try {
    const parts = new Set(parse(selector).map(coverOf));
    return parts.has(everything) || parts.size > maxParts ? everything : [...parts].join(', ');
  } catch (error) {
    if (error instanceof Error) return everything;
    throw error;
  }
}

function coverOf(part: readonly Selector[]): string {
  let best = everything;
  for (const token of part) {
    if (isTraversal(token)) best = everything;
    else if (token.type === 'tag' && plainName.test(token.name) && best === everything) best = token.name;
    else if (token.type === 'attribute') best = nameOf(token.name, token.action, token.value) ?? best;
  }
  return best;
}

function nameOf(attribute: string, action: string, value: string): string | undefined {
  if (!plainName.test(value)) return undefined;
  if (attribute === 'class' && action === 'element') return `.${value}`;
  return attribute === 'id' && action === 'equals' ? `#${value}` : undefined;
}
