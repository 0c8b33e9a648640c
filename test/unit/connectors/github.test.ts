import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { draftOf, newRule, ruleFile, ruleOf, rulePath, startGithubWorld } from './githubWorld.ts';

const create = { changeId: 'draft-1', before: null, after: newRule };

describe('rules in a repository on GitHub', () => {
  it('are those of the file at the base branch, with its hash as revision', async () => {
    const { source, fake } = await startGithubWorld();
    const { rules, gaps } = await source().read();
    expect(rules.map(({ name, action }) => [name, action])).toEqual([
      ['Customer name', 'mask'],
      ['Card number', 'exclude'],
    ]);
    expect(gaps).toEqual([]);
    const hash = fake.git.entry('main', rulePath)?.hash;
    expect(rules.map(({ revision }) => revision)).toEqual([`"${hash}"`, `"${hash}"`]);
    expect(await source().readRule('card')).toEqual(rules[1]);
    expect(await source().readRule('gone')).toBeNull();
  });

  it('are read again only when the branch moved', async () => {
    const { source, fake } = await startGithubWorld();
    const one = source({ branch: 'main' });
    await one.read();
    fake.seen.length = 0;
    await one.read();
    expect(fake.seen.map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([true, true]);
    fake.write(rulePath, ruleFile.replace('Customer name', 'Name'));
    expect((await one.read()).rules[0]?.name).toBe('Name');
  });

  it('are none, and said to be missing, when there is no such file', async () => {
    const { source } = await startGithubWorld({ 'README.md': 'hello' });
    expect(await source().read()).toEqual({ rules: [], groups: [], gaps: ['gap.no-rule-file'] });
  });

  it('are read from files above 1 MB too, and in other branches', async () => {
    const big = ruleFile.replace('"scrim": 1,', `"scrim": 1,${' '.repeat(1_100_000)}`);
    const { source, fake } = await startGithubWorld({ [rulePath]: big });
    expect((await source().read()).rules).toHaveLength(2);
    fake.git.setHead('next', fake.git.head('main'));
    fake.write(rulePath, ruleFile.replace('#card', '#card-2'));
    expect((await source({ branch: 'next' }).readRule('card'))?.selector).toBe('#card');
    await expect(source({ branch: 'nowhere' }).read()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are never written directly', async () => {
    const { source, fake } = await startGithubWorld();
    const [rule] = (await source().read()).rules;
    fake.seen.length = 0;
    for (const write of [
      source().create(newRule, randomUUID()),
      source().update('name', newRule, rule),
      source().remove('name', rule),
    ]) {
      await expect(write).rejects.toMatchObject({ code: 'approval-needed' });
    }
    expect(fake.seen).toEqual([]);
  });

  it('have a history: one version for each commit that touched the file', async () => {
    const { source, fake } = await startGithubWorld();
    for (let at = 0; at < 11; at++) fake.write(rulePath, ruleFile.replace('#card', `#card-${at}`));
    fake.write('README.md', 'not about rules');
    fake.write(rulePath, '{ broken', 'nobody');
    fake.write(rulePath, null);
    const { history } = source();
    const first = await history?.read();
    expect(first?.versions[0]?.ruleSet).toEqual({ rules: [], groups: [], gaps: [] });
    expect(first?.versions[1]).toMatchObject({ by: 'nobody', ruleSet: { gaps: ['gap.unreadable-version'] } });
    expect(first?.versions.slice(2).map(({ ruleSet }) => ruleSet.rules[1]?.selector)).toEqual(
      [10, 9, 8, 7, 6, 5, 4, 3].map((at) => `#card-${at}`),
    );
    const second = await history?.read(first?.next);
    expect(second?.versions).toHaveLength(4);
    expect(second?.versions.at(-1)).toMatchObject({ by: 'ben', at: '2026-11-02T09:01:00.000Z' });
    expect(second?.next).toBeUndefined();
  });
});

describe('a proposal on GitHub', () => {
  it('becomes a pull request, is merged by somebody, and is then in the rules', async () => {
    const { source, fake } = await startGithubWorld();
    const one = source();
    const { rules } = await one.read();
    const key = randomUUID();
    const card = ruleOf(rules, 'card');
    const opened = await one.proposals.submit(
      draftOf(key, create, {
        changeId: 'card',
        before: card,
        after: { ...card, exceptions: ['.logo', '.hint'] },
      }),
    );
    expect(opened).toEqual({
      id: '1',
      key,
      state: 'open',
      title: 'Hide phone numbers',
      url: 'https://github.example/acme/site/pull/1',
      openedBy: 'ann',
      openedAt: '2026-11-02T09:03:00.000Z',
    });
    expect(fake.pulls[0]).toMatchObject({ head: `scrim/masking-rules-${key}`, base: 'main' });
    expect((await one.read()).rules).toHaveLength(2);
    expect(await one.proposals.listOpen()).toEqual([opened]);

    fake.merge(1);
    expect(await one.proposals.read('1')).toMatchObject({ state: 'merged', decidedBy: 'cleo' });
    const after = await one.read();
    expect(ruleOf(after.rules, 'card').exceptions).toEqual(['.logo', '.hint']);
    expect(after.rules.at(-1)).toMatchObject({ ...newRule, id: 'draft-1' });
    expect(await one.proposals.listOpen()).toEqual([]);
  });

  it('changes the lines it is about and no other', async () => {
    const { source, fake } = await startGithubWorld();
    const { rules } = await source().read();
    const name = ruleOf(rules, 'name');
    const key = randomUUID();
    await source().proposals.submit(
      draftOf(key, { changeId: 'name', before: name, after: { ...name, action: 'exclude' } }),
    );
    const branch = `scrim/masking-rules-${key}`;
    expect(fake.git.changed('main', branch)).toEqual([rulePath]);
    expect(fake.file(rulePath, branch)).toBe(
      ruleFile.replace('"operation": { "action": "MASK" }', '"operation": { "action": "EXCLUDE" }'),
    );
  });

  it('goes on top of what others changed meanwhile in other rules', async () => {
    const { source, fake } = await startGithubWorld();
    const { rules } = await source().read();
    const name = ruleOf(rules, 'name');
    fake.write(rulePath, ruleFile.replace('#card', '#card-number'));
    await source().proposals.submit(draftOf(randomUUID(), { changeId: 'name', before: name, after: null }));
    fake.merge(1);
    expect((await source().read()).rules).toMatchObject([{ id: 'card', selector: '#card-number' }]);
  });

  it('is a conflict, and nothing is written, when the same rule moved or is gone', async () => {
    const { source, fake } = await startGithubWorld();
    const { rules } = await source().read();
    const name = ruleOf(rules, 'name');
    const edit = { changeId: 'name', before: name, after: { ...name, selector: '.name' } };
    fake.write(rulePath, ruleFile.replace('.customer-name', '.customer'));
    await expect(source().proposals.submit(draftOf(randomUUID(), edit))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Customer name'),
    });
    fake.write(rulePath, '{ "scrim": 1, "rules": [] }');
    await expect(source().proposals.submit(draftOf(randomUUID(), edit))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(fake.git.branches()).toEqual(['main']);
    expect(fake.seen.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('is not made of what the file says already', async () => {
    const { source, fake } = await startGithubWorld();
    const [name] = (await source().read()).rules;
    const nothing = { changeId: 'name', before: name ?? null, after: name ?? null };
    await expect(source().proposals.submit(draftOf(randomUUID(), nothing))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(fake.pulls).toEqual([]);
  });

  it('makes the file when there is none', async () => {
    const { source, fake } = await startGithubWorld({ 'README.md': 'hello' });
    await source().proposals.submit(draftOf(randomUUID(), create));
    fake.merge(1);
    expect((await source().read()).rules).toMatchObject([newRule]);
  });

  it('says what keeps it from being merged', async () => {
    const { source, fake } = await startGithubWorld();
    const { proposals } = source();
    const blockedBy = async () => (await proposals.read('1')).blockedBy;
    await proposals.submit(draftOf(randomUUID(), create));
    expect(await blockedBy()).toBeUndefined();
    fake.rules.failingChecks = true;
    expect(await blockedBy()).toMatch(/check/);
    fake.rules.reviewsNeeded = 1;
    expect(await blockedBy()).toMatch(/main is protected/);
    fake.review(1, 'dora', 'CHANGES_REQUESTED');
    fake.review(1, 'dora', 'COMMENTED');
    expect(await blockedBy()).toMatch(/asked for by dora/);
    fake.review(1, 'dora', 'APPROVED');
    fake.rules.failingChecks = false;
    expect(await blockedBy()).toBeUndefined();
    fake.write(rulePath, '{ "scrim": 1, "rules": [] }');
    expect(await blockedBy()).toMatch(/conflicts with main/);
    Object.assign(fake.pulls[0] ?? {}, { isDraft: true });
    expect(await blockedBy()).toMatch(/not ready/);
  });

  it('is declined when it is closed, and withdrawn with its branch', async () => {
    const { source, fake } = await startGithubWorld();
    const { proposals } = source();
    await proposals.submit(draftOf(randomUUID(), create));
    fake.close(1);
    expect(await proposals.read('1')).toMatchObject({ state: 'declined' });
    expect(await proposals.withdraw('1')).toMatchObject({ state: 'declined' });

    const key = randomUUID();
    await proposals.submit(draftOf(key, create));
    expect(await proposals.withdraw('2')).toMatchObject({ state: 'declined', key });
    expect(fake.git.branches()).toEqual(['main']);
    expect(await proposals.find(key)).toMatchObject({ id: '2', state: 'declined' });
  });

  it('stays merged when it is withdrawn too late', async () => {
    const { source, fake } = await startGithubWorld();
    await source().proposals.submit(draftOf(randomUUID(), create));
    fake.merge(1);
    expect(await source().proposals.withdraw('1')).toMatchObject({ state: 'merged' });
  });

  it('is only one of this rule file: other pull requests are neither listed, read nor closed', async () => {
    const { source, fake } = await startGithubWorld();
    const { proposals } = source();
    const main = fake.git.head('main') ?? '';
    for (const [at, branch] of [
      'fix/typo',
      `scrim/other-file-${randomUUID()}`,
      'scrim/masking-rules-1',
    ].entries()) {
      const tree = fake.git.tree(main, [{ path: `x${at}`, hash: fake.git.blob('x') }]);
      fake.git.setHead(branch, fake.git.commit(tree, [main], { login: 'ben', at: '2026-11-02T10:00:00Z' }));
      const body = { title: branch, head: branch, base: 'main' };
      await fetch(`${fake.url}/repos/acme/site/pulls`, {
        method: 'POST',
        headers: { Authorization: 'Bearer token-of-ann' },
        body: JSON.stringify(body),
      });
    }
    expect(fake.pulls).toHaveLength(3);
    expect(await proposals.listOpen()).toEqual([]);
    for (const id of ['1', '2', '3', '99', '0', '1/merge', '../1']) {
      await expect(proposals.withdraw(id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(fake.pulls.every(({ state }) => state === 'open')).toBe(true);
    expect(await proposals.find(randomUUID())).toBeNull();
  });
});

describe('the repository these tests stand on', () => {
  it('is one that the real Git reads: its objects, its history and what was merged', async () => {
    const { source, fake } = await startGithubWorld();
    const [name] = (await source().read()).rules;
    await source().proposals.submit(
      draftOf(randomUUID(), { changeId: 'name', before: name ?? null, after: null }),
    );
    fake.write(rulePath, ruleFile.replace('"privateByDefault": false', '"privateByDefault": true'));
    fake.merge(1);
    const folder = mkdtempSync(join(tmpdir(), 'scrim-git-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    fake.git.save(folder);
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: 'pipe' });
    expect(git('fsck', '--strict', '--no-dangling')).toBe('');
    expect(git('show', `main:${rulePath}`)).toBe(fake.file(rulePath));
    const hashes = fake.git.log('main', rulePath).map(({ hash }) => hash);
    expect(git('log', '--format=%H', 'main', '--', rulePath).trim().split('\n').sort()).toEqual(
      [...hashes].sort(),
    );
  });
});
