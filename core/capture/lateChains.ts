import type { LateChain, LateLink } from '../profiles/profile.ts';
import type { Decision, Hit } from '../treatment/decision.ts';
import { createElementSite } from './elementSite.ts';
import type { LateInput } from './lateTree.ts';

/** Deeper than a page a browser parses (512), flatter than one a script builds to exhaust us. */
const maxLinks = 2048;

const noHits: readonly Hit[] = [];

/** What a recorder remembers of the nodes it met. */
export interface LateMemory {
  storedOf(id: number): Decision | undefined;
  isKnown(id: number): boolean;
}

/** What stands above a changed node, as a profile's late resolver sees it. */
export function createLateChains<N>(input: LateInput<N>, memory: LateMemory) {
  const { tree, playback } = input;

  function of(node: N): LateChain {
    const nodes: { readonly node: N; readonly above: LateLink['above'] }[] = [];
    let next: N | null = node;
    while (next !== null && nodes.length < maxLinks) {
      const at: N = next;
      const kind = tree.kind(at);
      if (kind === 'element') {
        next = tree.parent(at);
        nodes.push({ node: at, above: next === null ? 'none' : 'parent' });
      } else {
        next = tree.owner(at);
        nodes.push({ node: at, above: aboveRoot(kind, next) });
      }
    }
    // From the top, because what is in a shadow root is hit in another way.
    const links: LateLink[] = [];
    let inShadow = false;
    for (let i = nodes.length - 1; i >= 0; i -= 1) {
      const entry = nodes[i];
      if (!entry) continue;
      if (entry.above === 'shadow-host') inShadow = true;
      if (entry.above === 'frame') inShadow = false;
      const id = input.idOf(entry.node);
      links.push({
        ...site(entry.node, inShadow),
        node: id,
        stored: memory.storedOf(id),
        isKnown: memory.isKnown(id),
        above: entry.above,
      });
    }
    return links.reverse();
  }

  function aboveRoot(kind: string, owner: N | null): LateLink['above'] {
    if (owner === null) return 'none';
    return kind === 'document' ? 'frame' : 'shadow-host';
  }

  function site(node: N, inShadow: boolean): Pick<LateLink, 'element' | 'hits'> {
    const element = createElementSite(tree, node);
    if (tree.kind(node) !== 'element') return { element, hits: noHits };
    const parent = tree.parent(node);
    const parentTag = parent !== null && tree.kind(parent) === 'element' ? tree.tag(parent) : '';
    element.moveTo(node, tree.tag(node), parentTag);
    const hits = input.hitsOf(node) ?? noHits;
    return { element, hits: inShadow ? hits.map((hit) => playback.hitInShadow(hit)) : hits };
  }

  function isInShadow(chain: LateChain): boolean {
    return chain.find((link) => link.above !== 'parent')?.above === 'shadow-host';
  }

  return { of, isInShadow };
}
