import type { TreeAdapter } from '../capture/treeAdapter.ts';
import type { RootKind } from './pageSnapshot.ts';
import type { RawElement, RawNode } from './rawSnapshot.ts';

export interface TakeSnapshot<N> {
  readonly tree: TreeAdapter<N>;
  readonly root: N;
  /** Elements that belong to Scrim itself and are no part of the page. */
  readonly isOurs: (element: N) => boolean;
  readonly isQuirks: (document: N) => boolean;
  /** The page is larger than this: an error ends it. */
  readonly maxNodes: number;
}

/** More of one text or value than this is not read: a page's state in a script can be megabytes. */
const longestText = 20_000;

const controlTags = new Set(['input', 'textarea', 'select']);

/** Code, and what browsers keep as text of it: no value a person would look for, and nothing a selector tests. */
const codeTags = new Set(['style', 'script']);

interface Waiting<N> {
  readonly node: N;
  readonly in: number;
  readonly root?: RootKind;
  readonly parentTag: string;
}

/**
 * Reads a page as it is, in document order: structure, attributes, texts, the state of controls; open shadow roots,
 * templates and frames that can be read. A closed shadow root is told and not looked into: no rule and no recorder that
 * is simulated reaches it.
 *
 * @throws RangeError when the page has more than `maxNodes` nodes
 */
export function* takeSnapshot<N>(options: TakeSnapshot<N>): Generator<RawNode, void> {
  const { tree, isOurs, maxNodes } = options;
  const stack: Waiting<N>[] = [{ node: options.root, in: -1, root: 'document', parentTag: '' }];
  let count = 0;
  for (let at = stack.pop(); at; at = stack.pop()) {
    const kind = at.root ? 'root' : tree.kind(at.node);
    if (kind === 'element' && isOurs(at.node)) continue;
    const index = count;
    const raw = rawNode(at, kind);
    if (!raw) continue;
    count += 1;
    if (count > maxNodes) throw new RangeError(`the page has more than ${maxNodes} nodes`);
    yield raw;
    if (kind !== 'text' && kind !== 'comment') push(at, index);
  }

  function rawNode(at: Waiting<N>, kind: ReturnType<typeof tree.kind> | 'root'): RawNode | null {
    if (at.root) return rootNode(at, at.root);
    if (kind === 'text' || kind === 'comment')
      return { in: at.in, kind, text: textOf(at.node, at.parentTag).slice(0, longestText) };
    return kind === 'element' ? elementNode(at) : null;
  }

  function rootNode(at: Waiting<N>, root: RootKind): RawNode {
    const isQuirks = (root === 'document' || root === 'frame') && options.isQuirks(at.node);
    return { in: at.in, root, ...(isQuirks ? { quirks: true as const } : undefined) };
  }

  function textOf(node: N, parentTag: string): string {
    const text = tree.text(node);
    if (!codeTags.has(parentTag)) return text;
    // Data that a page carries as JSON is recorded by some, and is no code.
    return parentTag === 'script' && /^\s{0,100}[[{]/.test(text) ? text : '0';
  }

  function elementNode({ node, in: parent }: Waiting<N>): RawElement {
    const tag = tree.tag(node);
    const ns = tree.namespace(node);
    const attributes: [string, string][] = [];
    tree.eachAttribute(node, (name, value) => void attributes.push([name, value.slice(0, longestText)]));
    const control = controlTags.has(tag) ? tree.control(node) : null;
    const frame = tree.frame(node);
    return {
      in: parent,
      tag,
      ...(ns === 'html' ? undefined : { ns }),
      ...(attributes.length === 0 ? undefined : { attributes }),
      ...(control ? { control: controlTuple(control) } : undefined),
      ...(tree.shadowRoot(node) === 'closed' ? { closed: true as const } : undefined),
      ...(frame && 'unreadable' in frame ? { unread: frame.unreadable } : undefined),
    };
  }

  /** Last first: the stack gives them back in document order, roots before children. */
  function push({ node, root }: Waiting<N>, index: number): void {
    const tag = root ? '' : tree.tag(node);
    const content = root ? null : tree.templateContent(node);
    const children: Waiting<N>[] = [];
    if (content === null)
      for (let child = tree.firstChild(node); child !== null; child = tree.nextSibling(child))
        children.push({ node: child, in: index, parentTag: tag });
    for (let last = children.pop(); last; last = children.pop()) stack.push(last);
    if (root) return;
    if (content !== null) stack.push({ node: content, in: index, root: 'content', parentTag: '' });
    const frame = tree.frame(node);
    if (frame && 'document' in frame)
      stack.push({ node: frame.document, in: index, root: 'frame', parentTag: '' });
    const shadow = tree.shadowRoot(node);
    if (shadow !== null && shadow !== 'closed')
      stack.push({ node: shadow, in: index, root: 'shadow', parentTag: '' });
  }
}

function controlTuple(state: {
  type: string;
  value: string;
  chosen?: string;
}): NonNullable<RawElement['control']> {
  const { type, value, chosen } = state;
  const short = value.slice(0, longestText);
  return chosen === undefined ? [type, short] : [type, short, chosen.slice(0, longestText)];
}
