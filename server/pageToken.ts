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
