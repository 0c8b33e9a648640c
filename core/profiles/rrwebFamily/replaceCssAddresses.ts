/**
 * Replaces the addresses of style text as `/url\((?:(')([^']*)'|(")(.*?)"|([^)]*))\)/gm` finds them (rrweb-snapshot@2.2.2
 * `URL_IN_CSS_REF`), in time linear in the text: a page of a megabyte of `url(` would stand still for the expression.
 *
 * @param replacement of one address that is not empty; `quote` is '' without quotes
 */
export function replaceCssAddresses(
  css: string,
  replacement: (address: string, quote: string) => string,
): string {
  if (!css.includes('url(')) return css;
  const find = createFinder(css);
  const parts: string[] = [];
  let done = 0;
  for (let at = css.indexOf('url('); at !== -1; at = css.indexOf('url(', Math.max(done, at + 1))) {
    const start = at + 'url('.length;
    const found = quotedAt(css, start, find) ?? bareAt(start, find);
    // Without a closing bracket nothing that follows is an address either.
    if (!found) break;
    const { from, to, end } = found;
    if (to > from) {
      const quote = from === start ? '' : css.charAt(start);
      parts.push(css.slice(done, at), replacement(css.slice(from, to), quote));
    } else parts.push(css.slice(done, end));
    done = end;
  }
  parts.push(css.slice(done));
  return parts.join('');
}

interface Found {
  readonly from: number;
  readonly to: number;
  /** Just after the closing bracket. */
  readonly end: number;
}

type Find = ReturnType<typeof createFinder>;

function quotedAt(css: string, start: number, find: Find): Found | undefined {
  const from = start + 1;
  if (css.charAt(start) === "'") {
    const to = find("'", from);
    if (to !== -1 && css.charAt(to + 1) === ')') return { from, to, end: to + 2 };
  }
  if (css.charAt(start) === '"') {
    const to = find('")', from);
    if (to === -1) return undefined;
    // `.` matches all but the ends of lines.
    const isOneLine = lineEnds.every((mark) => {
      const line = find(mark, from);
      return line === -1 || line > to;
    });
    if (isOneLine) return { from, to, end: to + 2 };
  }
  return undefined;
}

const lineEnds = ['\n', '\r', '\u2028', '\u2029'];

function bareAt(start: number, find: Find): Found | undefined {
  const to = find(')', start);
  return to === -1 ? undefined : { from: start, to, end: to + 1 };
}

/** `indexOf` that does not look at the same stretch twice, for positions that only grow. */
function createFinder(text: string): (mark: string, from: number) => number {
  const known = new Map<string, number>();
  return (mark, from) => {
    const last = known.get(mark);
    if (last !== undefined && (last === -1 || last >= from)) return last;
    const next = text.indexOf(mark, from);
    known.set(mark, next);
    return next;
  };
}
