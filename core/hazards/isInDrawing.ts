import type { HazardPage } from './hazardPage.ts';

/** Whether an element stands in an SVG drawing. */
export function isInDrawing(page: HazardPage, node: number): boolean {
  for (const { id } of page.upFrom(node)) if (page.tagOf(id) === 'svg') return true;
  return false;
}
