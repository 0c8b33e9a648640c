import { originOf } from '../wire/originOf.ts';

export interface AddressParts {
  /** '' for an address without a host. */
  readonly origin: string;
  readonly path: string;
  /** Without their marks. */
  readonly query: string;
  readonly hash: string;
}

/** An address in parts, as it is written: core knows no URL. */
export function splitAddress(address: string): AddressParts {
  const origin = originOf(address);
  const hashAt = address.indexOf('#');
  const beforeHash = hashAt < 0 ? address : address.slice(0, hashAt);
  const queryAt = beforeHash.indexOf('?');
  const beforeQuery = queryAt < 0 ? beforeHash : beforeHash.slice(0, queryAt);
  const pathAt = origin === '' ? -1 : beforeQuery.indexOf('/', beforeQuery.indexOf('://') + 3);
  return {
    origin,
    path: origin === '' ? beforeQuery : pathAt < 0 ? '/' : beforeQuery.slice(pathAt),
    query: queryAt < 0 ? '' : beforeHash.slice(queryAt + 1),
    hash: hashAt < 0 ? '' : address.slice(hashAt + 1),
  };
}

/** `a=1&b` as pairs, still encoded. */
export function paramsOf(text: string): readonly (readonly [name: string, value: string])[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    });
}
