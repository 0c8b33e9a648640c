/**
 * Other readings of a text in which a value may hide: percent-encoding (URLs and what copies them) and JSON
 * escapes. The text itself is not among them.
 */
export function decodings(text: string): readonly string[] {
  const found: string[] = [];
  if (text.includes('%')) {
    const decoded = decodePercent(text);
    if (decoded !== text) found.push(decoded);
    // Addresses inside addresses are encoded twice.
    const twice = decoded.includes('%') ? decodePercent(decoded) : decoded;
    if (twice !== decoded) found.push(twice);
  }
  if (text.includes('\\u')) {
    const unescaped = text.replace(/\\u([\da-fA-F]{4})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (unescaped !== text) found.push(unescaped);
  }
  return found;
}

/** Broken sequences stay as they are; the rest is decoded all the same. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[\da-fA-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      // Not UTF-8: an old encoding, or no encoding at all.
      return run;
    }
  });
}
