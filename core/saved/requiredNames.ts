import type { Selector } from 'css-what';
import { type AnyNode, isTag, type ParentNode } from 'domhandler';
import type { SelectorParts } from './savedSelector.ts';

/**
 * Every tag, class, id and attribute name in a root, each under a mark of its kind: most rules of an org name something
 * that a page does not have, and need not be run there.
 */
export function namesBelow(
  root: ParentNode,
  childrenOf: (node: AnyNode) => readonly AnyNode[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const open: AnyNode[] = [...childrenOf(root)];
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isTag(node)) continue;
    names.add(`<${node.name.toLowerCase()}`);
    for (const name of Object.keys(node.attribs)) names.add(`[${name.toLowerCase()}`);
    for (const word of (node.attribs.class ?? '').split(/\s+/)) names.add(`.${word}`);
    names.add(`#${node.attribs.id ?? ''}`);
    for (const child of childrenOf(node)) open.push(child);
  }
  return names;
}

/** May any of the alternatives match where these names are? Compared with case: not for a page in quirks mode. */
export function mayMatch(parts: SelectorParts, names: ReadonlySet<string>): boolean {
  return parts.some((alternative) => alternative.every((part) => isThere(part, names)));
}

/** Inside :not(), :is() or :has() nothing is required. */
function isThere(part: Selector, names: ReadonlySet<string>): boolean {
  if (part.type === 'tag') return names.has(`<${part.name.toLowerCase()}`);
  if (part.type !== 'attribute' || part.ignoreCase === true) return true;
  if (part.name === 'class' && part.action === 'element') return names.has(`.${part.value}`);
  if (part.name === 'id' && part.action === 'equals') return names.has(`#${part.value}`);
  return names.has(`[${part.name}`);
}
