/** Bytes that a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    // Two units of UTF-16 are counted already where there are four bytes.
    if (point > 0x7f) bytes += point > 0xffff ? 2 : point > 0x7ff ? 2 : 1;
  }
  return bytes;
}
