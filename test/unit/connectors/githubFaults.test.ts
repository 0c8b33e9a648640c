import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  draftOf,
  type GithubWorld,
  newRule,
  ruleFile,
  ruleOf,
  rulePath,
  startGithubWorld,
} from './githubWorld.ts';

const create = { changeId: 'draft-1', before: null, after: newRule };

/** `fetch` whose `at`-th request is cut off: before it arrives, or after it was done. */
function cutOff(at: number, when: 'before' | 'after'): { fetch: typeof fetch; readonly count: () => number } {
  let sent = 0;
  const cut: typeof fetch = async (...request) => {
    sent += 1;
    const isCut = sent === at;
    if (isCut && when === 'before') throw new TypeError('fetch failed');
    const response = await fetch(...request);
    if (isCut) throw new TypeError('fetch failed');
    return response;
  };
  return { fetch: cut, count: () => sent };
}

async function requestsOf(
  work: (world: GithubWorld, how: typeof fetch) => Promise<unknown>,
): Promise<number> {
  const all = cutOff(Number.POSITIVE_INFINITY, 'before');
  await work(await startGithubWorld(), all.fetch);
  return all.count();
}

describe('a submit that is cut off', () => {
  it.each(['before', 'after'] as const)(
    'at any request, %s it was done, leaves one branch and one pull request when it is repeated',
    async (when) => {
      const submit = (key: string) => (world: GithubWorld, how: typeof fetch) =>
        world.source({ fetch: how }).proposals.submit(draftOf(key, create));
      const steps = await requestsOf(submit(randomUUID()));
      expect(steps).toBeGreaterThan(7);
      for (let at = 1; at <= steps; at++) {
        const world = await startGithubWorld();
        const key = randomUUID();
        await expect(submit(key)(world, cutOff(at, when).fetch)).rejects.toMatchObject({
          code: 'unreachable',
        });
        expect(world.fake.pulls.length).toBeLessThan(2);
        const opened = await submit(key)(world, fetch);
        expect(opened).toMatchObject({ id: '1', state: 'open', key });
        expect(await submit(key)(world, fetch)).toEqual(opened);
        expect(world.fake.pulls).toHaveLength(1);
        expect(world.fake.git.branches()).toEqual(['main', `scrim/masking-rules-${key}`]);
        expect(world.fake.git.changed('main', `scrim/masking-rules-${key}`)).toEqual([rulePath]);
      }
    },
  );

  it('and cut off again, twice in a row, is still one', async () => {
    const { source, fake } = await startGithubWorld();
    const key = randomUUID();
    for (let at = 1; at < 12; at++) {
      const { proposals } = source({ fetch: cutOff(at, at % 2 === 0 ? 'before' : 'after').fetch });
      await proposals.submit(draftOf(key, create)).catch(() => null);
    }
    expect(fake.pulls).toHaveLength(1);
    expect(await source().proposals.find(key)).toMatchObject({ id: '1' });
  });

  it('leaves nothing that the repeat takes for more than it is when the rule moved in between', async () => {
    const { source, fake } = await startGithubWorld();
    const name = ruleOf((await source().read()).rules, 'name');
    const key = randomUUID();
    const draft = draftOf(key, { changeId: 'name', before: name, after: null });
    // The seventh request makes the branch: it is there, and nobody knows.
    const tries = cutOff(9, 'after');
    await expect(source({ fetch: tries.fetch }).proposals.submit(draft)).rejects.toMatchObject({
      code: 'unreachable',
    });
    expect(fake.git.branches()).toHaveLength(2);
    fake.write(rulePath, ruleFile.replace('.customer-name', '.customer'));
    const opened = await source().proposals.submit(draft);
    expect((await source().proposals.read(opened.id)).blockedBy).toMatch(/conflicts with main/);
  });

  it('is found by two who submit it at the same time', async () => {
    const { source, fake } = await startGithubWorld();
    const key = randomUUID();
    const both = await Promise.all([
      source().proposals.submit(draftOf(key, create)),
      source().proposals.submit(draftOf(key, create)),
    ]);
    expect(both.map(({ id }) => id)).toEqual(['1', '1']);
    expect(fake.pulls).toHaveLength(1);
  });
});

describe('a withdrawal that is cut off', () => {
  it.each(['before', 'after'] as const)(
    'at any request, %s it was done, is done by repeating it',
    async (when) => {
      for (let at = 1; at <= 3; at++) {
        const { source, fake } = await startGithubWorld();
        await source().proposals.submit(draftOf(randomUUID(), create));
        const cut = source({ fetch: cutOff(at, when).fetch });
        await expect(cut.proposals.withdraw('1')).rejects.toMatchObject({ code: 'unreachable' });
        expect(await source().proposals.withdraw('1')).toMatchObject({ state: 'declined' });
        expect(fake.git.branches()).toEqual(['main']);
      }
    },
  );
});
