import { isTraversal, type Selector } from 'css-what';

/** https://www.w3.org/TR/css-syntax-3/#ident-token-diagram, without escapes. */
const identifier = /^(?:--|-?[A-Za-z_\u0080-\uffff])[\w\u0080-\uffff-]*$/;

/** `[a=]`: an unquoted value must be a name. */
const emptyUnquoted = /=\s*\]/;

/**
 * What css-what lets through and every browser rejects: it reads names up to the next delimiter, whatever they
 * are made of. A selector that is valid here and not in the recorder would be a silent leak.
 *
 * @returns what is wrong, or undefined
 */
export function syntaxFault(selector: string, parsed: readonly (readonly Selector[])[]): string | undefined {
  if (parsed.length === 0) return 'empty selector';
  if (emptyUnquoted.test(selector)) return 'an attribute value is missing';
  if (hasCaseSensitiveFlag(selector)) return 'the flag "s" is not known to browsers';
  // An escape may stand for any character: the names are then taken as css-what reads them.
  const escaped = selector.includes('\\');
  for (const parts of parsed) {
    const fault = faultOf(parts, escaped);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** `[a="b" s]`: specified, and refused by Chromium 156. */
function hasCaseSensitiveFlag(selector: string): boolean {
  const insides = selector.split(']').slice(0, -1);
  return insides.some((inside) => {
    const written = inside.trimEnd();
    return /["'\s]s$/i.test(written.slice(-2)) && written.slice(0, -2).includes('=');
  });
}

function faultOf(parts: readonly Selector[], escaped: boolean): string | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || isTraversal(first) || isTraversal(last)) return 'a combinator has nothing beside it';
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (part.type === 'tag' && before && !isTraversal(before))
      return `"${part.name}" stands where no tag name can`;
    const name = nameOf(part);
    if (name !== undefined && !escaped && !identifier.test(name)) return `"${name}" is not a name`;
  }
  return undefined;
}

function nameOf(part: Selector): string | undefined {
  if (part.type === 'tag') return part.name;
  if (part.type !== 'attribute') return undefined;
  const isClass = part.name === 'class' && part.action === 'element' && part.ignoreCase === 'quirks';
  const isId = part.name === 'id' && part.action === 'equals' && part.ignoreCase === 'quirks';
  return isClass || isId ? part.value : part.name;
}
