import { SelectorType } from 'css-what';
import type { PageName } from '../selectors/pageName.ts';
import { rewriteSelector } from './rewriteSelector.ts';

/** Letters that may differ: a slip of the finger, or a number that was counted up. */
const mostDifferent = 2;

/**
 * A selector that matches nothing, with the names that this page does not have put right: the nearest ones that it has.
 *
 * @returns undefined when every name is on the page, or nothing near to one that is not
 */
export function similarName(selector: string, names: readonly PageName[]): string | undefined {
  const known = { class: namesOf(names, 'class'), id: namesOf(names, 'id') };
  let isHopeless = false;
  const rewritten = rewriteSelector(selector, (piece) => {
    if (piece.type !== SelectorType.Attribute || (piece.name !== 'class' && piece.name !== 'id'))
      return piece;
    if (piece.action !== 'element' && piece.action !== 'equals') return piece;
    const { value } = piece;
    const among = known[piece.name];
    if (among.includes(value)) return piece;
    const near = nearest(value, among);
    isHopeless ||= near === undefined;
    return near === undefined ? piece : { ...piece, value: near };
  });
  return isHopeless ? undefined : rewritten;
}

function namesOf(names: readonly PageName[], kind: PageName['kind']): string[] {
  return names.filter((name) => name.kind === kind).map(({ name }) => name);
}

function nearest(name: string, among: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.min(mostDifferent, Math.floor(name.length / 3));
  for (const other of among) {
    if (Math.abs(other.length - name.length) > least) continue;
    const different = distance(name, other, least);
    if (different < least || (different === least && best === undefined)) {
      best = other;
      least = different;
    }
  }
  return best;
}

/** Letters to add, take away or change; more than `most` is `most + 1`. */
function distance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
    if (Math.min(...row) > most) return most + 1;
  }
  return row[b.length] ?? most + 1;
}
