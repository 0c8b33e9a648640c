import { visibleSelector } from '../selectors/visibleSelector.ts';

/**
 * Somebody's text as a code span in Markdown: nobody is mentioned by it, no issue is closed, nothing is a link, and what
 * cannot be seen is written as its number.
 */
export function markdownCode(text: string): string {
  const shown = visibleSelector(text).replace(/\s+/g, ' ');
  const runs = shown.match(/`{1,2048}/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const gap = runs.length > 0 || shown.trim() === '' ? ' ' : '';
  return `${fence}${gap}${shown}${gap}${fence}`;
}
