/** What CSS takes for white space. A no-break space, which `trim()` takes off as well, is a letter of a name there. */
const cssSpace = ' \t\n\r\f';

/** A selector without what may stand around it and means nothing: another text after this is another selector. */
export function trimSelector(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text, from)) from += 1;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  // A space behind a backslash is part of the name.
  return text.slice(from, to < text.length && isEscape(text, to - 1) ? to + 1 : to);
}

function isSpace(text: string, at: number): boolean {
  return cssSpace.includes(text.charAt(at));
}

/** Every second backslash of a row is itself escaped. */
function isEscape(text: string, at: number): boolean {
  let first = at;
  while (first >= 0 && text[first] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}
