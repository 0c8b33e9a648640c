export type Random = (below: number) => number;

/** Whole numbers from 0 below the argument; the same sequence for the same words (FNV-1a, then mulberry32). */
export function seededRandom(...words: readonly (string | number)[]): Random {
  let state = 0x811c9dc5;
  for (const char of words.join('\u0000')) {
    state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}
