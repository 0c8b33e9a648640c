/**
 * Whether the document that was read is another one than the one asked for: a login page, a start page, another site.
 * Another scheme, `www.`, a slash at the end, `index.html` and an ending are the same page under another name; what is
 * added to the query or the fragment is the page's own business.
 *
 * @param asked absolute
 * @param came address of the document when it was read
 */
export function ledElsewhere(asked: string, came: string): boolean {
  if (!URL.canParse(asked) || !URL.canParse(came)) return asked !== came;
  const [from, to] = [new URL(asked), new URL(came)];
  if (siteOf(from) !== siteOf(to) || pathOf(from) !== pathOf(to)) return true;
  // `?page=account` that became `?page=login` is another page; a parameter that was dropped need not be.
  return [...new Set(from.searchParams.keys())].some(
    (name) => to.searchParams.has(name) && to.searchParams.get(name) !== from.searchParams.get(name),
  );
}

/** The port counts where it is none of the two usual ones. */
function siteOf({ protocol, hostname, port }: URL): string {
  const kind = /^https?:$/.test(protocol) ? 'web' : protocol;
  return `${kind} ${hostname.replace(/^www\./, '')} ${port}`;
}

function pathOf({ pathname }: URL): string {
  let path = pathname.toLowerCase();
  while (path.endsWith('/')) path = path.slice(0, -1);
  return path.replace(/\/index\.(?:html?|php)$/, '').replace(/\.(?:html?|php)$/, '');
}
