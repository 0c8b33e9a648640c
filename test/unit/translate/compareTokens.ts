import type { Translation } from '../../../core/translate/translateRules.ts';
import type { Token, TokenPage } from './pageTokens.ts';
import { pagesOfRootFrames, sentByTranslation, valuesOf } from './playTokens.ts';

export interface Tally {
  tokens: number;
  hidden: number;
  hiddenMore: number;
  named: number;
}
/** What was counted, by pair of recorders. */
export const tallies = new Map<string, Tally>();

/** @returns tokens that the source hides and the target sends, and that no note names */
export function weakerTokens(
  page: TokenPage,
  sent: string,
  translation: Translation,
  options: unknown,
): string[] {
  const nowSent = sentByTranslation(page.html, translation, options);
  const pair = `${translation.from} > ${translation.to}`;
  const tally = tallies.get(pair) ?? { tokens: 0, hidden: 0, hiddenMore: 0, named: 0 };
  tallies.set(pair, tally);
  const isNamed = namedBy(page, translation);
  const weaker: string[] = [];
  for (const token of page.tokens) {
    const before = sent.includes(token.text) || sendsTitle(token, translation.from, options);
    const after = nowSent.includes(token.text) || sendsTitle(token, translation.to, translation.options);
    tally.tokens += 1;
    if (!before) tally.hidden += 1;
    if (before && !after) tally.hiddenMore += 1;
    if (before || !after) continue;
    if (isNamed(token)) tally.named += 1;
    else weaker.push(`${token.text} (${token.kind}${token.inShadow ? ', in a shadow root' : ''})`);
  }
  return weaker;
}

/** OpenReplay sends `document.title`, which a saved page does not have. */
function sendsTitle({ kind }: Token, recorder: string, options: unknown): boolean {
  if (kind !== 'title' || recorder !== 'openreplay') return false;
  return (options as { privateMode?: boolean }).privateMode !== true;
}

function namedBy({ html }: TokenPage, { notes }: Translation): (token: Token) => boolean {
  const leaves = notes.flatMap((note) => (note.leaves ? [note.leaves] : []));
  const named = (name: string) => leaves.flatMap(({ part, selector }) => (part === name ? [selector] : []));
  const selectors = (name: string) => named(name).filter((selector) => selector !== undefined);
  const values = new Set(selectors('fields').flatMap((selector) => valuesOf(html, selector)));
  const shadowValues = new Set(selectors('shadow-roots').flatMap((selector) => valuesOf(html, selector)));
  const pages = selectors('frames').flatMap((selector) => pagesOfRootFrames(html, selector));
  const hasTitle = named('title').length > 0;
  const hasShadows = named('shadow-roots').includes(undefined);
  return (token) =>
    (token.kind === 'title' && hasTitle) ||
    (token.inShadow && (hasShadows || (token.kind === 'field' && shadowValues.has(token.text)))) ||
    pages.some((page) => page.includes(token.text)) ||
    (token.kind === 'field' && values.has(token.text));
}
