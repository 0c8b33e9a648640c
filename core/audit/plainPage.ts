import { splitAddress } from './splitAddress.ts';

/** Lower-case words and short numbers; anything else in a path may be somebody's. */
const plainSegment = /^(?:[a-z]{1,24}(?:[-_.][a-z]{1,24}){0,5}|v?\d{1,3})$/;

/** Origin and path of an address, without query and hash; segments that may be somebody's data are `*`. '' for none. */
export function plainPage(address: string): string {
  const { origin, path } = splitAddress(address);
  if (origin === '') return '';
  const plain = path.split('/').map((one) => (one === '' || plainSegment.test(one) ? one : '*'));
  return origin + plain.join('/');
}
