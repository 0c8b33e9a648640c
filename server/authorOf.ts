import type { Context } from 'hono';
import type { AppDeps, AppEnv } from './appEnv.ts';
import type { Author } from './orgWrite.ts';

/** Who makes the change that this request asks for. */
export function authorOf(c: Context<AppEnv>, deps: AppDeps): Author {
  return { caller: c.get('caller'), requestId: c.get('requestId'), now: deps.now() };
}
