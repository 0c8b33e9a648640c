import { printTable } from '../printTable.ts';
import type { SeededScore } from './seededScore.ts';

/** What the issue of a leak finder asks for. */
const aims = { found: 0.99, fullPages: 0.95 };

/** Shares with four digits: a miss in ten thousand shows. */
function share(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(4);
}

function verdict(part: number, whole: number, aim: number): string {
  return `${share(part, whole)}  aim ${aim}  ${part >= aim * whole ? 'kept' : 'MISSED'}`;
}

/** @param title how the pages were recorded */
export function printSeededScore(title: string, score: SeededScore): void {
  const { sent, found, otherKind, notGrouped, notSent, foundNotSent } = score.all;
  const { pages, fullPages } = score.pages();
  console.log(`\nSeeded leaks, ${title}`);
  console.log(
    `  values found of all that are sent  ${found} of ${sent}  ${verdict(found, sent, aims.found)}`,
  );
  console.log(
    `  pages with all of them found       ${fullPages} of ${pages}  ${verdict(fullPages, pages, aims.fullPages)}`,
  );
  console.log(`  found, but as another kind         ${otherKind}`);
  console.log(`  found, but as several findings     ${notGrouped}`);
  console.log(`  not sent, and reported             ${foundNotSent} of ${notSent}`);
  const rows = (counts: SeededScore['places']) =>
    [...counts].map(([name, one]) => [name, String(one.sent), share(one.found, one.sent)]);
  printTable(['kind', 'sent', 'found'], rows(score.kinds));
  printTable(['place', 'sent', 'found'], rows(score.places));
  if (score.misses.size === 0) return;
  console.log('missed:');
  for (const [what, times] of [...score.misses].toSorted((a, b) => b[1] - a[1]))
    console.log(`  ${times}  ${what}`);
}
