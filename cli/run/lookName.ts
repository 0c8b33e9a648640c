import type { PlannedLook } from '../../core/check/plannedLook.ts';
import { shownAddress } from '../../core/report/shownAddress.ts';

/** What reports call the page of a look: its address may be somebody's, as `?email=` in a sitemap is. */
export function lookName({ page }: Pick<PlannedLook, 'page'>, showValues: boolean): string {
  return showValues ? page : shownAddress(page);
}
