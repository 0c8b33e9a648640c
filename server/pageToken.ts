import { ApiError } from './apiError.ts';

/** Where a list goes on, opaque to whoever reads it. */
export function pageToken(position: string | number): string {
  return Buffer.from(`after:${position}`).toString('base64url');
}

/** @throws {ApiError} 400 when the list did not give out this token */
export function readPageToken(token: string | undefined, position: RegExp): string | undefined {
  if (token === undefined || token === '') return undefined;
  const [, found] =
    /^after:(.{1,100})$/.exec(Buffer.from(token.slice(0, 200), 'base64url').toString('latin1')) ?? [];
  if (found === undefined || !position.test(found))
    throw new ApiError(400, 'invalid_page_token', 'page_token is none that this list gave out.');
  return found;
}

const numbered = /^[a-z]{1,20}(?::\d{1,15}){1,2}$/;

/** A token of a list that is read by numbers. `word` says which list gave it out. */
export function encodePageToken(word: string, ...numbers: readonly number[]): string {
  return pageToken([word, ...numbers].join(':'));
}

/**
 * @returns the numbers of a token of this list; undefined for the first page
 * @throws {ApiError} 400 for a token that this list did not give out
 */
export function decodePageToken(token: string | undefined, word: string): readonly number[] | undefined {
  const found = readPageToken(token, numbered);
  if (found === undefined) return undefined;
  const [given, ...numbers] = found.split(':');
  if (given === word) return numbers.map(Number);
  throw new ApiError(400, 'invalid_page_token', 'page_token is none that this list gave out.');
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
