import type { PageReport } from './pageReport.ts';
import { visibleText } from './visibleText.ts';

const longest = 400;

/** One look at one page, as reports name it: `/checkout (card step)`. Not escaped for any format. */
export function pageLabel({ page, step }: Pick<PageReport, 'page' | 'step'>): string {
  return visibleText(step === undefined ? page : `${page} (${step})`, longest);
}
