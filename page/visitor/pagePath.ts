import type { NodeEntry } from '../../core/capture/captureRecord.ts';
import { createPathIndex, documentStep, elementStep, shadowStep } from '../../core/capture/pathIndex.ts';
import { domAccess } from '../domAccess.ts';
import { createLiveTree } from '../liveTree.ts';

/** Deeper than a page a browser parses. */
const maxSteps = 2048;

/** Where an element stands, as the paths of a report are written: tags and positions only. */
export function pagePath(element: Element): string {
  const tree = createLiveTree();
  const entries: NodeEntry[] = [];
  for (let at: Node | null = element, id = 0; at !== null && id < maxSteps; id += 1) {
    entries.push({ id, parent: id + 1, step: stepOf(at), decision: -1 });
    at = domAccess.isElement(at) ? domAccess.parentNode(at) : tree.owner(at);
  }
  return createPathIndex(entries)(0);

  function stepOf(node: Node): string {
    const type = domAccess.nodeType(node);
    if (type === 9) return documentStep;
    if (type !== 1) return shadowStep;
    const { position, siblings } = tree.position(node);
    return elementStep(domAccess.localName(node as Element), position, siblings);
  }
}
