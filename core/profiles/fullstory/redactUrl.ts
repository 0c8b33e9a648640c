/** FullStory's default URL rule: keys stay, values go. Source: articles/14314063803671-URL-Component-Privacy-Rules. */
const blockedQuery = new Set(['password', 'token', 'jwt', 'code']);
const blockedHash = new Set(['access_token']);

/** The page URL as it is sent: default rule applied; the org's own URL rules are not in any public API. */
export function redactUrl(url: string): string {
  const hashAt = url.indexOf('#');
  const beforeHash = hashAt < 0 ? url : url.slice(0, hashAt);
  const hash = hashAt < 0 ? '' : url.slice(hashAt + 1);
  const queryAt = beforeHash.indexOf('?');
  const head = queryAt < 0 ? beforeHash : beforeHash.slice(0, queryAt);
  const query = queryAt < 0 ? '' : `?${dropValues(beforeHash.slice(queryAt + 1), blockedQuery)}`;
  return `${head}${query}${hashAt < 0 ? '' : `#${dropValues(hash, blockedHash)}`}`;
}

function dropValues(pairs: string, blocked: ReadonlySet<string>): string {
  return pairs
    .split('&')
    .map((pair) => {
      const [key = ''] = pair.split('=', 1);
      return blocked.has(key) && pair.includes('=') ? `${key}=` : pair;
    })
    .join('&');
}
