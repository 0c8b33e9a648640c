import type { SeedVerdict } from './judgeSeeds.ts';

interface Count {
  sent: number;
  found: number;
}

/** What was sent and what of it was found, in all and by place and kind. */
export function createSeededScore() {
  const places = new Map<string, Count>();
  const kinds = new Map<string, Count>();
  const misses = new Map<string, number>();
  const all = { sent: 0, found: 0, otherKind: 0, notGrouped: 0, notSent: 0, foundNotSent: 0 };
  let pages = 0;
  let fullPages = 0;

  function count(counts: Map<string, Count>, key: string, isFound: boolean): void {
    const sum = counts.get(key) ?? { sent: 0, found: 0 };
    counts.set(key, { sent: sum.sent + 1, found: sum.found + Number(isFound) });
  }

  function addPage(verdicts: readonly SeedVerdict[]): void {
    pages += 1;
    let isFull = true;
    for (const { seed, isSent, isFound, isKindRight, findings } of verdicts) {
      if (!isSent) {
        all.notSent += 1;
        all.foundNotSent += Number(isFound);
        continue;
      }
      all.sent += 1;
      all.found += Number(isFound);
      all.otherKind += Number(isFound && !isKindRight);
      all.notGrouped += Number(findings > 1);
      count(places, seed.place, isFound);
      count(kinds, seed.value.kind, isFound);
      if (isFound) continue;
      isFull = false;
      const miss = `${seed.place} | ${seed.value.kind}`;
      misses.set(miss, (misses.get(miss) ?? 0) + 1);
    }
    fullPages += Number(isFull);
  }

  return {
    addPage,
    all: all as Readonly<typeof all>,
    pages: () => ({ pages, fullPages }),
    places: places as ReadonlyMap<string, Count>,
    kinds: kinds as ReadonlyMap<string, Count>,
    misses: misses as ReadonlyMap<string, number>,
  };
}

export type SeededScore = ReturnType<typeof createSeededScore>;
