import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FakeToken } from './fakeGithub.ts';
import { draftOf, newRule, rulePath, startGithubWorld } from './githubWorld.ts';

const create = { changeId: 'draft-1', before: null, after: newRule };

async function withToken(token: FakeToken) {
  const world = await startGithubWorld();
  world.fake.tokens.set('token-of-ben', token);
  return { ...world, own: world.source({ getKey: () => 'token-of-ben' }) };
}

describe('a token', () => {
  it('that may do all that is needed is told as such, and tells whose it is', async () => {
    const { source, fake } = await startGithubWorld();
    expect(await source().identify()).toEqual({
      orgId: 'acme/site',
      email: 'ann',
      role: 'WRITE',
      canWrite: true,
      approval: 'all',
    });
    // What was asked for to find that out made nothing.
    expect(fake.git.branches()).toEqual(['main']);
    expect(fake.pulls).toEqual([]);
  });

  it.each([
    ['no contents permission to write', { contents: 'read', pulls: 'write' }, ['no-contents-write']],
    ['no pull request permission at all', { contents: 'write' }, ['no-pulls-write']],
    ['pull requests to read only', { contents: 'write', pulls: 'read' }, ['no-pulls-write']],
    ['neither', { contents: 'read', pulls: 'read' }, ['no-contents-write', 'no-pulls-write']],
    ['an owner who may not push', { contents: 'write', pulls: 'write', push: false }, ['no-push']],
    [
      'an owner who may not push, and a classic scope',
      { scopes: 'repo', push: false },
      ['no-push', 'token-classic'],
    ],
  ] as const)('with %s may read, and says what is missing', async (_what, held, keyNotes) => {
    const { own } = await withToken({ login: 'ben', ...held });
    expect(await own.identify()).toMatchObject({ role: 'READ', canWrite: false, keyNotes });
    expect((await own.read()).rules).toHaveLength(2);
  });

  it.each([
    ['repo', ['token-classic']],
    ['public_repo, repo', ['token-classic']],
    ['repo, admin:org, delete_repo', ['token-too-broad']],
  ] as const)('of the classic kind with %s works and is warned about', async (scopes, keyNotes) => {
    const { own } = await withToken({ login: 'ben', scopes });
    expect(await own.identify()).toMatchObject({ canWrite: true, keyNotes });
  });

  it('that lost a permission since is refused in plain words, and nothing is left behind', async () => {
    const { own, fake } = await withToken({ login: 'ben', contents: 'read', pulls: 'write' });
    await expect(own.proposals.submit(draftOf(randomUUID(), create))).rejects.toMatchObject({
      code: 'role-too-low',
      status: 403,
      message: expect.stringMatching(/may not do that in acme\/site \(needed: contents=write\)/),
    });
    fake.tokens.set('token-of-ben', { login: 'ben', contents: 'write', pulls: 'read' });
    await expect(own.proposals.submit(draftOf(randomUUID(), create))).rejects.toMatchObject({
      code: 'role-too-low',
      message: expect.stringContaining('pull_requests=write'),
    });
    expect(fake.pulls).toEqual([]);
    expect(fake.git.branches()).toEqual(['main']);
  });

  it.each([
    ['unknown', undefined, { code: 'key-refused', status: 401 }],
    ['blind for a private repository', { login: 'x' }, { code: 'not-found', status: 404 }],
    ['not yet authorised for single sign-on', { login: 'x', ssoRequired: true }, { code: 'role-too-low' }],
  ] as const)('that is %s is told apart', async (_what, token, expected) => {
    const { source, fake } = await startGithubWorld();
    if (token) fake.tokens.set('token-of-ben', token);
    const own = source({ getKey: () => 'token-of-ben' });
    await expect(own.identify()).rejects.toMatchObject(expected);
    await expect(own.read()).rejects.toMatchObject(expected);
  });
});

describe('a repository', () => {
  it('that was renamed is told by name, and the token is not sent after it', async () => {
    const { source, fake } = await startGithubWorld();
    Object.assign(fake.repository, { formerName: 'acme/site', name: 'acme/web' });
    await expect(source().read()).rejects.toMatchObject({
      code: 'not-found',
      status: 301,
      message: expect.stringContaining('acme/site is not at this address any more'),
    });
    expect(fake.seen).toHaveLength(1);
  });

  it('that is archived, empty, or keeps new branches out says so', async () => {
    const { source, fake } = await startGithubWorld();
    fake.rules.noNewBranches = true;
    await expect(source().proposals.submit(draftOf(randomUUID(), create))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Repository rule violations found'),
    });
    fake.rules.noNewBranches = false;
    fake.repository.isArchived = true;
    expect(await source().identify()).toMatchObject({ canWrite: false, keyNotes: ['archived'] });
    const empty = await startGithubWorld({});
    await expect(empty.source().read()).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('no branch main with a commit'),
    });
  });

  it('with a folder, or no JSON, at the path of the rules says so', async () => {
    const { source } = await startGithubWorld({
      [rulePath]: '{ "rules"',
      'a/b.json': '{"scrim":1,"rules":[{}]}',
    });
    await expect(source().read()).rejects.toMatchObject({ code: 'invalid' });
    await expect(source({ path: 'a' }).read()).rejects.toMatchObject({ code: 'invalid' });
    await expect(source({ path: 'a/b.json' }).read()).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('$.rules[0].source'),
    });
  });
});

describe('a limit', () => {
  it('of the hour is waited for until it is over', async () => {
    const { source, fake } = await startGithubWorld();
    fake.limit = { remaining: 0, resetInSeconds: 900 };
    await expect(source().read()).rejects.toMatchObject({
      code: 'too-many-requests',
      retryAfterSeconds: 900,
    });
  });

  it.each([
    ['as long as it says', { retryAfter: 17 }, 17],
    ['a minute where it does not say', {}, 60],
    ['two hours at most', { retryAfter: 999_999 }, 7_200],
  ] as const)('beside that is waited for %s', async (_what, limit, retryAfterSeconds) => {
    const { source, fake } = await startGithubWorld();
    fake.secondaryLimit = limit;
    await expect(source().read()).rejects.toMatchObject({ code: 'too-many-requests', retryAfterSeconds });
    expect((await source().read()).rules).toHaveLength(2);
  });

  it('that is met half way leaves what the repeat goes on with', async () => {
    const { source, fake } = await startGithubWorld();
    const key = randomUUID();
    for (let remaining = 1; remaining < 9; remaining++) {
      fake.limit = { remaining, resetInSeconds: 60 };
      await source()
        .proposals.submit(draftOf(key, create))
        .catch((error: unknown) => expect(error).toMatchObject({ code: 'too-many-requests' }));
    }
    fake.limit = { remaining: 5_000, resetInSeconds: 60 };
    expect(await source().proposals.submit(draftOf(key, create))).toMatchObject({ id: '1' });
    expect(fake.pulls).toHaveLength(1);
  });
});
