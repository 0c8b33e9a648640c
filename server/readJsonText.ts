import { ApiError } from './apiError.ts';

/** 101 selectors of the longest kind fit. */
const maxBodyBytes = 512 * 1024;

/**
 * The body of a request, not parsed. Read here and not by Hono's body limit, which needs a new `Request` and
 * with it fails on bodies that have no length.
 *
 * @throws {ApiError} 415 when it is not JSON by its type, 413 when it is too large, 400 when it is not UTF-8
 */
export async function readJsonText(request: Request): Promise<string> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new ApiError(415, 'unsupported_media_type', 'Send the body as application/json.');
  }
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBodyBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > maxBodyBytes) throw tooLarge();
    parts.push(part);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new ApiError(400, 'invalid_json', 'The body is not UTF-8 text.');
  }
}

function tooLarge(): ApiError {
  return new ApiError(413, 'body_too_large', `The body is larger than ${maxBodyBytes / 1024} KB.`);
}
