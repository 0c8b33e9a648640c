/** Address of a page without query and hash: they change, and may themselves be personal. */
const address = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)/i;

/**
 * Whether a page is one that a suppression speaks of.
 *
 * @param pattern `https://shop.example.com/order/*`, or `/order/*` for any host; `*` stands for anything
 * @param url address of the page
 */
export function pageMatches(pattern: string, url: string): boolean {
  const [, origin = '', path = ''] = address.exec(url) ?? [];
  const whole = path === '' ? '/' : path;
  return wildcardMatches(pattern, pattern.startsWith('/') ? whole : `${origin.toLowerCase()}${whole}`);
}

/** The pieces between stars, each at its first place after the one before: linear, and it never has to go back. */
function wildcardMatches(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  if (others.length === 0) return first === text;
  if (!text.startsWith(first)) return false;
  const last = others.pop() ?? '';
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
