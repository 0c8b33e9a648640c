/**
 * Where a regular expression that no browser takes is wrong, as far as that can be pointed at: a bracket without its
 * other half, a repetition of nothing, a backslash at the end. Undefined for everything else.
 */
export function placeOfSyntaxError(source: string): number | undefined {
  const open: number[] = [];
  let hasAtom = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (character === '\\') {
      if (at === source.length - 1) return at;
      at += 1;
      hasAtom = true;
    } else if (character === '[') {
      const end = endOfClass(source, at);
      if (end === undefined) return at;
      at = end;
      hasAtom = true;
    } else if (character === '(') {
      open.push(at);
      hasAtom = false;
    } else if (character === ')') {
      if (open.pop() === undefined) return at;
      hasAtom = true;
    } else if (character === '|') hasAtom = false;
    else if ('*+'.includes(character) || (character === '?' && !isGroupMark(source, at))) {
      if (!hasAtom) return at;
      // One more `?` makes it lazy; any other repetition repeats nothing.
      if (source[at + 1] === '?') at += 1;
      hasAtom = false;
    } else hasAtom = true;
  }
  return open.pop();
}

function isGroupMark(source: string, at: number): boolean {
  return source[at - 1] === '(' && source[at - 2] !== '\\';
}

function endOfClass(source: string, start: number): number | undefined {
  for (let at = start + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === ']') return at;
  }
  return undefined;
}
