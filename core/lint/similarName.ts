import { SelectorType } from 'css-what';
import type { PageName } from '../selectors/pageName.ts';
import { nearestName } from './nearestName.ts';
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
    const near = nearestName(value, among, Math.min(mostDifferent, Math.floor(value.length / 3)));
    isHopeless ||= near === undefined;
    return near === undefined ? piece : { ...piece, value: near };
  });
  return isHopeless ? undefined : rewritten;
}

function namesOf(names: readonly PageName[], kind: PageName['kind']): string[] {
  return names.filter((name) => name.kind === kind).map(({ name }) => name);
}
