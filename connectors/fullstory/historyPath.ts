/**
 * Versions at once, as the API does when it is not told. Each holds the whole settings: a hundred of an org with many
 * rules would be larger than any answer that is read.
 */
const limit = 20;

/** @param page the token that the page before gave; absent: the newest versions */
export function historyPath(part: string, page: string | undefined): string {
  const token = page === undefined ? '' : `&paginationToken=${encodeURIComponent(page)}`;
  return `/settings/recording/v1/${part}/history?limit=${limit}${token}`;
}
