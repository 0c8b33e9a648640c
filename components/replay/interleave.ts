import type { IndexedRecord, NodeEntry } from '../../core/capture/captureRecord.ts';

/**
 * Text and child elements of one element in the order of the page.
 *
 * Records number an element's text nodes and its child elements, each from 1; `textsBefore` says where an
 * element stands among the texts. Without it they take turns, which is how markup with line breaks reads.
 */
export function interleave(
  texts: readonly IndexedRecord[],
  children: readonly NodeEntry[],
): readonly (IndexedRecord | NodeEntry)[] {
  const items: (IndexedRecord | NodeEntry)[] = [];
  let placed = 0;
  children.forEach((child, index) => {
    const before = child.textsBefore ?? Math.min(index + 1, texts.length);
    for (; placed < texts.length && (texts[placed]?.part ?? 0) <= before; placed += 1) {
      const text = texts[placed];
      if (text) items.push(text);
    }
    items.push(child);
  });
  return [...items, ...texts.slice(placed)];
}
