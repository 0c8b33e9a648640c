/** Lower-case words and short numbers; anything else in a path may be somebody's. */
const plainSegment = /^(?:[a-z]{1,24}(?:[-_.][a-z]{1,24}){0,5}|v?\d{1,3})$/;

/** Origin and path of an address, without query and hash; segments that may be somebody's data are `*`. '' for none. */
export function plainPage(address: string): string {
  const url = URL.parse(address);
  if (!url || url.origin === 'null') return '';
  const path = url.pathname
    .split('/')
    .map((segment) => (segment === '' || plainSegment.test(segment) ? segment : '*'))
    .join('/');
  return url.origin + path;
}
