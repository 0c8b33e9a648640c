import type { Context } from 'hono';
import { ApiError } from './apiError.ts';
import type { AppDeps, AppEnv } from './appEnv.ts';
import { databaseProblem } from './databaseProblem.ts';

/** Whatever went wrong, in the API's form. What is not an answer of ours is told without its own words. */
export function answerError(deps: AppDeps, error: Error, c: Context<AppEnv>): Response {
  if (error instanceof ApiError) {
    return c.json({ message: error.message, code: error.code }, error.status, error.headers);
  }
  // A database error's message quotes the values of the query: only its kind is written down.
  const kind = `${error.name}${causeCode(error)}`;
  deps.log?.('failed', { error: kind, request_id: c.get('requestId') }, 'error');
  const problem = databaseProblem(error);
  if (problem === 'crossed') {
    const message = 'The server is too busy. Nothing was changed; try again.';
    return c.json({ message, code: 'try_again' }, 503, { 'Retry-After': '1' });
  }
  if (problem === 'away') {
    // A commit may have gone through although its answer was lost.
    const message = 'The database does not answer. Read the settings again to see what they are now.';
    return c.json({ message, code: 'database_unavailable' }, 503, { 'Retry-After': '2' });
  }
  const message = 'The server failed. Read the settings again to see what they are now.';
  return c.json({ message, code: 'internal_error' }, 500);
}

/** ` (23505)`: PostgreSQL's own code, which says what went wrong and holds no data. */
function causeCode(error: Error): string {
  const cause = error.cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[\w]{1,40}$/.test(code) ? ` (${code})` : '';
}
