import { ApiError } from './apiError.ts';

/** A page token: a word that says which list gave it out, and where that list goes on. */
export function encodePageToken(word: string, ...numbers: readonly number[]): string {
  return Buffer.from([word, ...numbers].join(':')).toString('base64url');
}

/**
 * @returns the numbers of a token of this list; undefined for the first page
 * @throws {ApiError} 400 for a token that this list did not give out
 */
export function decodePageToken(token: string | undefined, word: string): readonly number[] | undefined {
  if (token === undefined || token === '') return undefined;
  const text = token.length > 100 ? '' : Buffer.from(token, 'base64url').toString('latin1');
  const [given, ...numbers] = text.split(':');
  if (given !== word || numbers.length === 0 || !numbers.every((part) => /^\d{1,15}$/.test(part))) {
    throw new ApiError(400, 'invalid_page_token', 'The page token is none that this list gave out.');
  }
  return numbers.map(Number);
}

export const defaultPage = 20;
export const maxPage = 100;

/** `limit`: 1 to 100, 20 when it is left out. @throws {ApiError} 400 */
export function readLimit(limit: string | undefined): number {
  if (limit === undefined) return defaultPage;
  const given = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (given < 1 || given > maxPage) {
    throw new ApiError(400, 'invalid_limit', `limit must be a number from 1 to ${maxPage}.`);
  }
  return given;
}
