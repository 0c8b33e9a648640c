/** Finds many literals in a text at once. */
export interface LiteralSearch {
  /** @param found is called for each place where a literal stands, with its index and where it ends */
  scan(text: string, found: (literal: number, end: number) => void): void;
}

const units = 0x1_0000;

/**
 * Aho and Corasick's automaton (CACM 18, 1975) as a table over the characters that occur in the literals: each
 * character of a text is looked at once, however many literals there are.
 */
export function createLiteralSearch(literals: readonly string[]): LiteralSearch {
  const classes = new Uint16Array(units);
  let width = 1;
  for (const character of new Set(literals.flatMap((literal) => literal.split('')))) {
    classes[character.charCodeAt(0)] = width;
    width += 1;
  }
  const states = literals.reduce((sum, literal) => sum + literal.length, 1);
  const next = new Int32Array(states * width);
  const ends: number[][] = [[]];
  literals.forEach((literal, index) => {
    let state = 0;
    for (let at = 0; at < literal.length; at += 1) {
      const place = state * width + (classes[literal.charCodeAt(at)] ?? 0);
      if (next[place] === 0) next[place] = ends.push([]) - 1;
      state = next[place] ?? 0;
    }
    if (state !== 0) ends[state]?.push(index);
  });
  linkFailures(next, width, ends);

  return {
    scan(text, found) {
      let state = 0;
      for (let at = 0; at < text.length; at += 1) {
        state = next[state * width + (classes[text.charCodeAt(at)] ?? 0)] ?? 0;
        if (state === 0) continue;
        const here = ends[state];
        if (here && here.length > 0) for (const literal of here) found(literal, at + 1);
      }
    },
  };
}

/** Where a literal breaks off, what was read may be the beginning of another one. */
function linkFailures(next: Int32Array, width: number, ends: number[][]): void {
  const fallback = new Int32Array(ends.length);
  const open: number[] = [];
  for (let unit = 1; unit < width; unit += 1) {
    const state = next[unit] ?? 0;
    if (state !== 0) open.push(state);
  }
  for (let at = 0; at < open.length; at += 1) {
    const state = open[at] ?? 0;
    const other = fallback[state] ?? 0;
    ends[state]?.push(...(ends[other] ?? []));
    for (let unit = 0; unit < width; unit += 1) {
      const place = state * width + unit;
      const elsewhere = next[other * width + unit] ?? 0;
      const child = next[place] ?? 0;
      if (child === 0) {
        next[place] = elsewhere;
        continue;
      }
      fallback[child] = elsewhere;
      open.push(child);
    }
  }
}
