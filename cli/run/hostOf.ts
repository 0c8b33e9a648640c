import type { PlannedLook } from '../../core/check/plannedLook.ts';

/** Whose pages may not come too fast: the origin of an address. Files are nobody's. */
export function hostOf({ page }: Pick<PlannedLook, 'page'>): string | undefined {
  return /^https?:/i.test(page) && URL.canParse(page) ? new URL(page).origin : undefined;
}
