import { ApiError } from './apiError.ts';

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The `Idempotency-Key` header; undefined when there is none. @throws {ApiError} 400 when it is no UUID v4 */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || uuidV4.test(header)) return header;
  throw new ApiError(400, 'invalid_idempotency_key', 'Idempotency-Key must be a UUID (v4).');
}
