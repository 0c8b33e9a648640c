import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScrimServerSource } from '../../../connectors/scrimServer.ts';
import { isBuiltIn } from '../../../core/rules/rule.ts';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { newRule, startGithubWorld } from '../connectors/githubWorld.ts';
import { startTestServer, type TestServer } from '../server/testServer.ts';
import { createProposalWorld, planned, startProposalWorker } from './proposalWorld.ts';

let server: TestServer;
beforeAll(async () => {
  const database = openDatabase({ now: () => new Date(), log: () => undefined });
  await database.open();
  server = await startTestServer(database);
});
afterAll(() => server.close());

/** Three browsers: an Architect's and two Admins', all with the same server. */
async function people() {
  const keys = [
    { role: 'ARCHITECT', email: 'archie@acme.example' },
    { role: 'ADMIN', email: 'ann@acme.example' },
    { role: 'ADMIN', email: 'bob@acme.example' },
  ] as const;
  const made = await server.seed({ keys, approval: 'reveals', rules: [newRule], requiresRevision: true });
  const { fake } = await startGithubWorld({});
  const browser = async (at: number) => {
    const world = createProposalWorld();
    const key = made.keys[at]?.key ?? '';
    world.wrap = () => createScrimServerSource({ fetch, baseUrl: server.url, getKey: () => key });
    const { service } = startProposalWorker(world, fake);
    await service.connect({ kind: 'scrim', baseUrl: server.url, key });
    return service;
  };
  return { archie: await browser(0), ann: await browser(1), bob: await browser(2) };
}

async function weakenOf(service: Awaited<ReturnType<typeof people>>['ann']): Promise<DraftOperation> {
  const rule = (await service.state()).ruleSet.rules.find((one) => !isBuiltIn(one));
  if (!rule) throw new Error('no rule');
  return { kind: 'delete', ruleId: rule.id, base: rule };
}

describe('a proposal at a Scrim server', () => {
  it('of an Architect is approved by an Admin who types the name of what it reveals', async () => {
    const { archie, ann } = await people();
    const [own] = (await archie.proposals.submit(await planned(archie, await weakenOf(archie)))).own;
    expect(own).toMatchObject({ stage: 'open' });
    const [other] = (await ann.proposals.list(true)).others;
    expect(other).toMatchObject({
      openedBy: 'archie@acme.example',
      rules: [{ after: null, reveals: ['deleted'] }],
    });
    const id = other?.id ?? '';
    const ruleId = other?.rules?.[0]?.ruleId ?? '';
    for (const typed of [{}, { [ruleId]: 'phone' }, { other: 'Phone' }]) {
      await expect(ann.proposals.decide({ id, decision: 'approve', typed })).rejects.toMatchObject({
        problem: { code: 'confirmation-missing' },
      });
    }
    const after = await ann.proposals.decide({ id, decision: 'approve', typed: { [ruleId]: 'Phone' } });
    expect(after.others).toEqual([]);
    expect((await ann.state()).ruleSet.rules.filter((rule) => !isBuiltIn(rule))).toEqual([]);
    expect((await archie.proposals.list(true)).own).toMatchObject([
      { stage: 'confirmed', proposal: { decidedBy: 'ann@acme.example' } },
    ]);
    expect((await archie.state()).draft.changes).toEqual([]);
  });

  it('is declined without typing anything, and stays in its author’s draft', async () => {
    const { ann, bob } = await people();
    await ann.proposals.submit(await planned(ann, await weakenOf(ann)));
    const id = (await bob.proposals.list(true)).others[0]?.id ?? '';
    await bob.proposals.decide({ id, decision: 'decline', typed: {} });
    expect((await ann.proposals.list(true)).own).toMatchObject([{ stage: 'declined' }]);
    expect((await ann.state()).draft.changes).toHaveLength(1);
  });

  it('of one’s own is not decided on, nor one that is over', async () => {
    const { ann, bob } = await people();
    const [own] = (await ann.proposals.submit(await planned(ann, await weakenOf(ann)))).own;
    const id = own?.proposal?.id ?? '';
    await expect(ann.proposals.decide({ id, decision: 'decline', typed: {} })).rejects.toMatchObject({
      problem: { code: 'own-proposal' },
    });
    await ann.proposals.withdraw(own?.key ?? '');
    await expect(bob.proposals.decide({ id, decision: 'decline', typed: {} })).rejects.toMatchObject({
      problem: { code: 'proposal-ended' },
    });
  });
});
