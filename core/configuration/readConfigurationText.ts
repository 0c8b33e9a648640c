import {
  type AnyNode,
  type ArrayExpression,
  type Expression,
  type Literal,
  type ObjectExpression,
  type Program,
  type Property,
  parse,
} from 'acorn';
import { OptionsError } from '../profiles/profile.ts';

/** A configuration is a screenful or two; what is longer is something else. */
const maxLength = 262_144;

/**
 * A site's configuration as it stands in its code: JSON, an object literal, or the call it is passed to
 * (`Sentry.init({ integrations: [Sentry.replayIntegration({ ... })] })`). Nothing of it is run: functions, variables
 * and other code become markers (`core/profiles/configMarkers.ts`), which profiles report as not simulated.
 *
 * @param callee name of the function or class that takes the options (`replayIntegration`); undefined: none is known
 * @throws OptionsError that says where the text stops making sense
 */
export function readConfigurationText(text: string, callee?: string): unknown {
  if (text.length > maxLength) throw new OptionsError(`longer than ${maxLength} characters`);
  const json = readJson(text);
  if (json !== undefined) return json.value;
  const found = optionsIn(parseCode(text), callee);
  if (!found) throw new OptionsError('there is no object with options in it');
  return objectOf(found);
}

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** An object literal alone would be a block: in brackets it is an expression. */
function parseCode(text: string): Program {
  const options = { ecmaVersion: 'latest', sourceType: 'module', allowAwaitOutsideFunction: true } as const;
  const bare = text.trim().replace(/;$/, '');
  try {
    return parse(bare.startsWith('{') ? `(${bare}\n)` : text, options);
  } catch (error) {
    // Too deep for the parser, or no code.
    if (error instanceof SyntaxError || error instanceof RangeError)
      throw new OptionsError(`neither JSON nor a JavaScript object: ${error.message}`);
    throw error;
  }
}

/** The first object given to the callee; without one, the first object there is. */
function optionsIn(program: Program, callee: string | undefined): ObjectExpression | undefined {
  let first: ObjectExpression | undefined;
  const open: unknown[] = [program];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (Array.isArray(at)) {
      for (let i = at.length - 1; i >= 0; i -= 1) if (at[i]) open.push(at[i]);
      continue;
    }
    if (!isNode(at)) continue;
    if (at.type === 'ObjectExpression') first ??= at;
    if (at.type === 'CallExpression' || at.type === 'NewExpression') {
      const given = at.arguments.find((argument) => argument.type === 'ObjectExpression');
      if (given && callee !== undefined && nameOf(at.callee) === callee) return given;
    }
    open.push(Object.values(at).filter((child) => typeof child === 'object' && child !== null));
  }
  return first;
}

function isNode(value: unknown): value is AnyNode {
  return typeof (value as { type?: unknown } | null)?.type === 'string';
}

/** `replayIntegration` of `Sentry.replayIntegration`. */
function nameOf(callee: AnyNode): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
  return callee.property.name;
}

function objectOf(node: ObjectExpression): Readonly<Record<string, unknown>> {
  const entries: [string, unknown][] = [];
  for (const property of node.properties) {
    if (property.type === 'SpreadElement')
      throw new OptionsError('a part is spread in from elsewhere ("..."): write out what is in it');
    const value = property.kind === 'init' ? readValue(property.value) : marker('function');
    if (value !== undefined) entries.push([keyOf(property), value]);
  }
  // An own key, whatever it is called.
  return Object.fromEntries(entries);
}

function keyOf({ key, computed }: Property): string {
  if (!computed && key.type === 'Identifier') return key.name;
  if (key.type === 'Literal') return String(key.value);
  throw new OptionsError('a key is made by code: write it out');
}

function readValue(node: Expression | AnyNode): unknown {
  switch (node.type) {
    case 'Literal':
      return literalOf(node);
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? node.quasis[0]?.value.cooked : marker('unread');
    case 'ArrayExpression':
      return listOf(node);
    case 'ObjectExpression':
      return objectOf(node);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassExpression':
      return marker('function');
    case 'Identifier':
      return node.name === 'undefined' ? undefined : marker('unread');
    case 'UnaryExpression':
      return unaryOf(node.operator, readValue(node.argument));
    default:
      return marker('unread');
  }
}

function literalOf({ value, regex, bigint }: Literal): unknown {
  if (regex) return { $scrim: 'regexp', source: regex.pattern, flags: regex.flags };
  return bigint === undefined || bigint === null ? value : marker('unread');
}

/** What minifiers make of values: `!0`, `!1`, `void 0`, and numbers with a sign. */
function unaryOf(operator: string, value: unknown): unknown {
  if (operator === 'void') return undefined;
  if (operator === '!' && typeof value === 'number') return !value;
  if (operator === '-' && typeof value === 'number') return -value;
  return marker('unread');
}

function listOf({ elements }: ArrayExpression): unknown {
  if (elements.some((element) => element?.type === 'SpreadElement')) return marker('unread');
  return elements.map((element) => (element === null ? null : (readValue(element) ?? null)));
}

function marker(kind: 'function' | 'unread') {
  return { $scrim: kind };
}
