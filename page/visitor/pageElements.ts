import { domAccess, type QueryRoot, queryAll } from '../domAccess.ts';
import { createDomAdapter } from '../domAdapter.ts';

/** Elements of a page that has no end. */
const maxElements = 200_000;

export interface PageElements {
  /** In document order, through open shadow roots and frames of the same origin. */
  readonly elements: readonly Element[];
  /** Frames that cannot be read from here. */
  readonly unreadable: readonly Element[];
  /** Whether there were more. */
  readonly isCut: boolean;
}

/** All elements that may be asked, without those that are ours. Reads only. */
export function pageElements(document: Document, isOurs: (node: Node) => boolean): PageElements {
  const tree = createDomAdapter();
  const elements: Element[] = [];
  const unreadable: Element[] = [];

  function visit(root: QueryRoot): void {
    for (const element of queryAll(root, '*')) {
      if (elements.length >= maxElements) return;
      if (isOurs(element)) continue;
      elements.push(element);
      const shadow = domAccess.shadowRoot(element);
      if (shadow) visit(shadow);
      const frame = tree.frame(element);
      if (frame && 'document' in frame) visit(frame.document as Document);
      else if (frame) unreadable.push(element);
    }
  }

  visit(document);
  return { elements, unreadable, isCut: elements.length >= maxElements };
}
