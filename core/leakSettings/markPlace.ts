/** So much of a long pattern is shown on each side of what is wrong with it. */
const shownAround = 16;

/** A piece of a text with one place marked: `CU-(⟨?⟩=x)`. */
export function markPlace(text: string, at: number): string {
  const from = Math.max(0, at - shownAround);
  const to = Math.min(text.length, at + 1 + shownAround);
  const before = `${from > 0 ? '…' : ''}${text.slice(from, at)}`;
  return `${before}⟨${text.slice(at, at + 1)}⟩${text.slice(at + 1, to)}${to < text.length ? '…' : ''}`;
}
