import type { KeyNote } from '../../core/settings/settingsSource.ts';
import { asBoolean, asObject, asString, isAbsent } from '../../core/settings/wireGuards.ts';
import { understand } from '../fullstory/understand.ts';
import type { GitIdentity } from '../git/gitHost.ts';
import type { GithubAnswer, GithubCall } from './request.ts';

export type Send = (call: GithubCall) => Promise<GithubAnswer>;

const maxName = 256;
/** No object has this hash: a branch at it cannot be made. */
const noCommit = '0'.repeat(40);
const probeBranch = 'scrim/permission-check';

/** Of a classic token, all that a private repository needs; anything beside it is more than Scrim uses. */
const classicScopes: ReadonlySet<string> = new Set(['repo', 'public_repo']);

/**
 * Whose token it is, and whether it may do what a proposal needs: read and write *Contents*, read and write *Pull
 * requests*, read *Metadata*, of this one repository.
 *
 * What a fine-grained token may write, GitHub tells no other way than by refusing. So a branch at a commit that cannot
 * exist and a pull request of a branch with itself are asked for: neither can be made (422), and a token without the
 * permission is refused first (403, or 404 where it may not even look). That order is seen, not documented: any other
 * answer proves nothing.
 * https://docs.github.com/rest/repos/repos#get-a-repository
 * https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
 */
export async function identify(send: Send, repository: string): Promise<GitIdentity> {
  const user = await send({ method: 'GET', path: 'user' });
  const login = understand(() => asString(asObject(user.json, '$').login, '$.login', maxName));
  const { canPush, isArchived, branch } = readRepository(
    (await send({ method: 'GET', path: `repos/${repository}` })).json,
  );
  const lacking: KeyNote[] = [...(isArchived ? ['archived' as const] : canPush ? [] : ['no-push' as const])];
  if (lacking.length === 0) {
    if (!(await mayMakeBranch(send, repository))) lacking.push('no-contents-write');
    if (!(await mayOpenPull(send, { repository, branch }))) lacking.push('no-pulls-write');
  }
  const canPropose = lacking.length === 0;
  const keyNotes = [...lacking, ...tooBroad(user.headers)];
  return { login, role: canPropose ? 'WRITE' : 'READ', canPropose, keyNotes };
}

/** @throws {SettingsError} `not-an-api` */
export function readRepository(json: unknown): {
  readonly canPush: boolean;
  readonly isArchived: boolean;
  readonly branch: string;
} {
  return understand(() => {
    const raw = asObject(json, '$');
    const may = isAbsent(raw.permissions) ? undefined : asObject(raw.permissions, '$.permissions');
    return {
      canPush: may !== undefined && asBoolean(may.push, '$.permissions.push'),
      isArchived: !isAbsent(raw.archived) && asBoolean(raw.archived, '$.archived'),
      branch: asString(raw.default_branch, '$.default_branch', maxName),
    };
  });
}

async function mayMakeBranch(send: Send, repository: string): Promise<boolean> {
  const body = { ref: `refs/heads/${probeBranch}`, sha: noCommit };
  return wasNotRefused(
    await send({ method: 'POST', path: `repos/${repository}/git/refs`, body, expected: probeAnswers }),
  );
}

async function mayOpenPull(
  send: Send,
  { repository, branch }: { readonly repository: string; readonly branch: string },
): Promise<boolean> {
  const body = { title: probeBranch, head: branch, base: branch };
  return wasNotRefused(
    await send({ method: 'POST', path: `repos/${repository}/pulls`, body, expected: probeAnswers }),
  );
}

const probeAnswers = [400, 403, 404, 409, 422];

function wasNotRefused({ status }: GithubAnswer): boolean {
  return status !== 403 && status !== 404;
}

/** Classic tokens name their scopes in a header; fine-grained ones have none. */
function tooBroad(headers: Headers): readonly KeyNote[] {
  const scopes = (headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim());
  const held = scopes.filter((scope) => scope !== '');
  if (held.length === 0) return [];
  return held.every((scope) => classicScopes.has(scope)) ? ['token-classic'] : ['token-too-broad'];
}
