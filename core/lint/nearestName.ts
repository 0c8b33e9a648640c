/**
 * The one of some names that a person most likely meant: the first of those with the fewest slips.
 *
 * @param most slips that are forgiven: letters put in, left out or changed; two neighbours that changed places are one
 */
export function nearestName(name: string, among: readonly string[], most: number): string | undefined {
  let best: string | undefined;
  let least = most;
  for (const other of among) {
    if (Math.abs(other.length - name.length) > least) continue;
    const wrong = slips(name, other, least);
    if (wrong < least || (wrong === least && best === undefined)) {
      best = other;
      least = wrong;
    }
  }
  return best;
}

/** More than `most` is `most + 1`. */
function slips(one: string, other: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let y = 1; y <= one.length; y += 1) {
    const next = [y];
    for (let x = 1; x <= other.length; x += 1) {
      const change = (row[x - 1] ?? 0) + (one[y - 1] === other[x - 1] ? 0 : 1);
      const isSwapped = y > 1 && x > 1 && one[y - 1] === other[x - 2] && one[y - 2] === other[x - 1];
      const swap = isSwapped ? (before[x - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[x] ?? 0) + 1, (next[x - 1] ?? 0) + 1));
    }
    // A swap reaches back over one row: two in a row must be beyond hope.
    if (Math.min(...row, ...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[other.length] ?? 0, most + 1);
}
