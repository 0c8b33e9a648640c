/** One in five. */
const fold = 5;

/**
 * Whether a page, a text or a value belongs to the split whose mistakes nobody looks at while tuning.
 *
 * @param site page's file name without language prefix and ending; `template_id` of a text; entity and text of a value
 */
export function isKept(site: string): boolean {
  return fnv1a32(site) % fold === 0;
}

/** FNV-1a over UTF-16 units. */
function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
