import { type FieldTree, fieldQueries } from '../core/fields/fieldTree.ts';
import { domAccess, type QueryRoot, queryAll } from './domAccess.ts';

/** Reads a live page for the meaning of its fields. Never writes; all reads go through prototypes (domAccess). */
export const liveFieldTree: FieldTree<Node> = {
  isElement: (node) => domAccess.nodeType(node) === 1,
  isText: (node) => domAccess.nodeType(node) === 3 || domAccess.nodeType(node) === 4,
  parent(node) {
    const parent = domAccess.parentNode(node);
    return parent && domAccess.nodeType(parent) === 1 ? parent : null;
  },
  firstChild: (node) => domAccess.firstChild(node),
  previousSibling: (node) => domAccess.previousSibling(node),
  nextSibling: (node) => domAccess.nextSibling(node),
  tag: (node) => domAccess.localName(node as Element),
  attribute: (node, name) => domAccess.getAttribute(node as Element, name),
  attributeNames: (node) => domAccess.attributeNames(node as Element),
  text: (node) => domAccess.data(node as CharacterData),
  root: (node) => domAccess.rootNode(node),
  find: (root, what) => queryAll(root as QueryRoot, fieldQueries[what]),
  byId: (root, id) => queryAll(root as QueryRoot, `[id="${CSS.escape(id)}"]`)[0] ?? null,
  holdsControl: (node) => domAccess.queryFirst(node as Element, fieldQueries.controls) !== null,
};
