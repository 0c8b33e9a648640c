import type { ElementSite } from '../profiles/profile.ts';
import type { TreeAdapter } from './treeAdapter.ts';

/** What a profile may ask of an element. One object serves a whole walk: `moveTo` points it at the next element. */
export interface MovableSite<N> extends ElementSite {
  moveTo(node: N, tag: string, parentTag: string): void;
}

export function createElementSite<N>(tree: TreeAdapter<N>, node: N): MovableSite<N> {
  let current = node;
  const site: MovableSite<N> & { tag: string; parentTag: string } = {
    tag: '',
    parentTag: '',
    get namespace() {
      // A document or shadow root has none; text stands in it all the same.
      return site.tag === '' ? 'other' : tree.namespace(current);
    },
    eachAttribute: (visit: (name: string, value: string) => void) => {
      if (site.tag !== '') tree.eachAttribute(current, visit);
    },
    attribute: (name: string) => (site.tag === '' ? null : tree.attribute(current, name)),
    standsIn: (name: string, word: string) =>
      site.tag !== '' && tree.standsIn?.(current, name, word) === true,
    control: () => (site.tag === '' ? null : tree.control(current)),
    hasChildren: () => tree.firstChild(current) !== null,
    frameIsReadable: () => {
      const frame = site.tag === '' ? null : tree.frame(current);
      return frame !== null && 'document' in frame;
    },
    base: () => tree.resolveAddress(current, ''),
    image: () => (site.tag === 'img' ? tree.image(current) : null),
    text: () => tree.textContent(current),
    sheet: () => (site.tag === '' ? null : tree.sheetText(current)),
    listedSheet: () => (site.tag === 'link' ? tree.listedSheetText(current) : null),
    imageSize: () => (site.tag === 'img' ? tree.imageSize(current) : null),
    resolve: (address: string) => tree.resolveAddress(current, address),
    moveTo(next: N, tag: string, parentTag: string) {
      current = next;
      site.tag = tag;
      site.parentTag = parentTag;
    },
  };
  return site;
}
