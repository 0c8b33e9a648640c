/** A text without the given characters at its end. A pattern `[…]+$` takes time by the square of a run in the middle. */
export function withoutTail(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
