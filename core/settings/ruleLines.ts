import { type Expression, type Property, parseExpressionAt, type SpreadElement } from 'acorn';
import type { Rule } from '../rules/rule.ts';

/**
 * On which line of a rule file each of its rules begins, for reports that point there.
 *
 * @param rules as the file's own were read, in its order; others are not in it
 * @returns lines from 1 by the rule's id; empty when the text cannot be read that way
 */
export function ruleLines(text: string, rules: readonly Rule[]): Readonly<Record<string, number>> {
  let root: Expression;
  try {
    // JSON is an expression of JavaScript, and this parser keeps places.
    root = parseExpressionAt(text.replace(/^\uFEFF/, ''), 0, { ecmaVersion: 'latest', locations: true });
  } catch (error) {
    // Nested too deep for the parser, or no JSON: the reader of rule files says which.
    if (error instanceof SyntaxError || error instanceof RangeError) return {};
    throw error;
  }
  const list = root.type === 'ObjectExpression' ? entryOf(root.properties) : root;
  if (list?.type !== 'ArrayExpression') return {};
  const lines = list.elements.map((element) => element?.loc?.start.line);
  return Object.fromEntries(
    rules.flatMap(({ id }, at) => {
      const line = lines[at];
      return line === undefined ? [] : [[id, line]];
    }),
  );
}

function entryOf(properties: readonly (Property | SpreadElement)[]): Expression | undefined {
  for (const property of properties) {
    if (property.type !== 'Property' || property.key.type !== 'Literal') continue;
    if (property.key.value === 'rules' || property.key.value === 'results') return property.value;
  }
  return undefined;
}
