import { describe, expect, it } from 'vitest';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import type { SettingsSource } from '../../../core/settings/settingsSource.ts';
import { newRule, ruleFile, rulePath, startGithubWorld } from '../connectors/githubWorld.ts';
import {
  connectGithub,
  createProposalWorld,
  offline,
  planned,
  startProposalWorker,
} from './proposalWorld.ts';

const create: DraftOperation = { kind: 'create', draftId: 'd1', content: newRule };

async function begin() {
  const { fake } = await startGithubWorld();
  const world = createProposalWorld();
  const { service } = startProposalWorker(world, fake);
  await connectGithub(service, fake);
  const { ruleSet, connection } = await service.state();
  const [name, card] = ruleSet.rules;
  if (!name || !card) throw new Error('rules are missing');
  const weaken: DraftOperation = {
    kind: 'update',
    ruleId: card.id,
    base: card,
    content: { ...card, action: 'mask' },
  };
  return { fake, world, service, name, card, connection, weaken };
}

describe('a change that is proposed', () => {
  it('is open until somebody merges it, then read back, and leaves the draft', async () => {
    const { fake, service, world, weaken, connection } = await begin();
    expect(connection).toMatchObject({ kind: 'github', approval: 'all', orgId: 'acme/site' });
    const first = await service.proposals.submit(await planned(service, create, weaken));
    expect(first.own).toMatchObject([
      {
        stage: 'open',
        title: 'Masking rules: 1 added, 1 changed',
        proposal: { id: '1', url: 'https://github.example/acme/site/pull/1', openedBy: 'ann' },
        parts: [
          { id: 'd1', name: 'Phone', direction: 'stronger', weakenings: [] },
          { id: 'card', name: 'Card number', direction: 'weaker', weakenings: ['action-weaker'] },
        ],
      },
    ]);
    expect((await service.state()).draft.changes).toHaveLength(2);
    const later: DraftOperation = {
      kind: 'create',
      draftId: 'd2',
      content: { ...newRule, selector: '.fax', name: 'Fax' },
    };
    await service.apply(later);

    fake.merge(1);
    world.time += 60_000;
    await service.settleInFlight();
    expect((await service.proposals.list(false)).own).toMatchObject([
      { stage: 'confirmed', proposal: { state: 'merged', decidedBy: 'cleo' } },
    ]);
    const { draft, ruleSet } = await service.state();
    expect(draft.changes.map(({ id }) => id)).toEqual(['d2']);
    expect(ruleSet.rules.map(({ name }) => name)).toEqual(['Customer name', 'Card number', 'Phone']);
  });

  it('keeps an edit of the same rule that was made while it was open, based on what was merged', async () => {
    const { fake, service, card, weaken } = await begin();
    await service.proposals.submit(await planned(service, weaken));
    const again = { ...card, action: 'mask' as const, selector: '#card-number' };
    await service.apply({ kind: 'update', ruleId: card.id, base: card, content: again });
    fake.merge(1);
    await service.proposals.list(true);
    const [left] = (await service.state()).draft.changes;
    expect(left).toMatchObject({
      id: 'card',
      base: { action: 'mask', selector: '#card' },
      content: { selector: '#card-number' },
    });
  });

  it('says in the pull request what becomes visible and hidden, in words, and nothing that acts by itself', async () => {
    const { fake, service, card } = await begin();
    const tricky = {
      ...newRule,
      name: 'fixes #1 @everyone `x` <img src=x>',
      selector: '[a="``"]\n.b',
      exceptions: ['.x'],
    };
    const weaker = { ...card, action: 'mask' as const };
    await service.proposals.submit(
      await planned(
        service,
        { kind: 'create', draftId: 'd1', content: tricky },
        { kind: 'update', ruleId: card.id, base: card, content: weaker },
      ),
    );
    const body = fake.pulls[0]?.body ?? '';
    expect(body).toContain('**One of these changes lets session recordings capture more than before.');
    expect(body).toContain('### 1. New rule `` fixes #1 @everyone `x` <img src=x> ``');
    expect(body).toContain('- **Becomes hidden:** more is hidden');
    expect(body).toContain('### 2. Changed rule `Card number`');
    expect(body).toContain(
      '- **Becomes visible:** It hides less: excluded becomes masked, or masked becomes recorded',
    );
    expect(body).toContain('- Action: Exclude → Mask');
    const outside = body.replace(/(`+)[\s\S]*?\1/g, '');
    expect(outside).not.toMatch(/@everyone|#1|<img|\.b/);
    expect(fake.pulls[0]?.title).toBe('Masking rules: 1 added, 1 changed');
  });

  it('stays in the draft when it is declined, and can be proposed again', async () => {
    const { fake, service } = await begin();
    await service.proposals.submit(await planned(service, create));
    await expect(service.proposals.submit(await planned(service))).rejects.toMatchObject({
      problem: { code: 'already-proposed' },
    });
    fake.close(1);
    expect((await service.proposals.list(true)).own).toMatchObject([{ stage: 'declined' }]);
    expect((await service.state()).draft.changes).toHaveLength(1);
    const again = await service.proposals.submit(await planned(service));
    expect(again.own.map(({ stage }) => stage)).toEqual(['open', 'declined']);
  });

  it('is withdrawn with its branch; one that is over is not', async () => {
    const { fake, service } = await begin();
    const [record] = (await service.proposals.submit(await planned(service, create))).own;
    const key = record?.key ?? '';
    expect((await service.proposals.withdraw(key)).own).toMatchObject([{ stage: 'declined' }]);
    expect(fake.git.branches()).toEqual(['main']);
    await expect(service.proposals.withdraw(key)).rejects.toMatchObject({
      problem: { code: 'proposal-ended' },
    });
  });

  it('that a reviewer changed before it was merged is told so, and stays in the draft as far as it differs', async () => {
    const { fake, service, weaken } = await begin();
    await service.proposals.submit(await planned(service, create, weaken));
    const branch = fake.pulls[0]?.head ?? '';
    const text = (fake.file(rulePath, branch) ?? '').replace('.phone', '.telephone');
    const head = fake.git.head(branch) ?? '';
    const tree = fake.git.tree(head, [{ path: rulePath, hash: fake.git.blob(text) }]);
    fake.git.setHead(branch, fake.git.commit(tree, [head], { login: 'dora', at: '2026-11-02T10:00:00Z' }));
    fake.merge(1);
    expect((await service.proposals.list(true)).own).toMatchObject([{ stage: 'differs', detail: 'Phone' }]);
    expect((await service.state()).draft.changes.map(({ id }) => id)).toEqual(['d1']);
  });

  it('is a conflict, and nothing is sent, when the rule moved after the plan', async () => {
    const { fake, service, weaken } = await begin();
    const request = await planned(service, weaken);
    fake.write(rulePath, ruleFile.replace('#card', '#card-2'));
    expect((await service.proposals.submit(request)).own).toMatchObject([
      { stage: 'conflict', problem: 'conflict', detail: expect.stringContaining('Card number') },
    ]);
    expect(fake.pulls).toEqual([]);
    expect((await service.state()).draft.changes).toHaveLength(1);
  });

  it('that reveals something needs the name of its rule', async () => {
    const { service, weaken, fake } = await begin();
    const request = await planned(service, weaken);
    await expect(
      service.proposals.submit({ ...request, typed: { card: 'card number' } }),
    ).rejects.toMatchObject({
      problem: { code: 'confirmation-missing' },
    });
    expect(fake.pulls).toEqual([]);
  });
});

describe('a proposal that cannot be sent', () => {
  const failing = (error: Error) => (source: SettingsSource) => {
    const { proposals } = source;
    if (!proposals) throw new Error('no proposals');
    return { ...source, proposals: { ...proposals, submit: () => Promise.reject(error) } };
  };

  it('waits, wakes the worker, and is sent once when it can be', async () => {
    const { fake, service, world } = await begin();
    const request = await planned(service, create);
    world.wrap = failing(offline('unreachable'));
    expect((await service.proposals.submit(request)).own).toMatchObject([
      { stage: 'unknown', problem: 'unreachable' },
    ]);
    expect(world.settleIn).toBeGreaterThanOrEqual(30);
    world.wrap = (source) => source;
    world.time += 61_000;
    await service.settleInFlight();
    await service.settleInFlight();
    expect((await service.proposals.list(false)).own).toMatchObject([{ stage: 'open' }]);
    expect(fake.pulls).toHaveLength(1);
  });

  it('is left alone for as long as the source asked, also when a person asks', async () => {
    const { fake, service, world } = await begin();
    const request = await planned(service, create);
    world.wrap = failing(offline('too-many-requests', 900));
    await service.proposals.submit(request);
    expect(world.settleIn).toBe(900);
    world.wrap = (source) => source;
    world.time += 600_000;
    fake.seen.length = 0;
    await service.settleInFlight();
    expect(fake.seen).toEqual([]);
    world.time += 301_000;
    await service.settleInFlight();
    expect(fake.pulls).toHaveLength(1);
  });

  it('can be taken back while it waits', async () => {
    const { service, world, fake } = await begin();
    const request = await planned(service, create);
    world.wrap = failing(offline('unreachable'));
    const [record] = (await service.proposals.submit(request)).own;
    world.wrap = (source) => source;
    expect((await service.proposals.withdraw(record?.key ?? '')).own).toMatchObject([
      { stage: 'refused', problem: 'proposal-withdrawn' },
    ]);
    await service.settleInFlight();
    expect(fake.pulls).toEqual([]);
  });
});

describe('a worker that dies', () => {
  it('at any step of a proposal leaves one pull request and no edit lost, once the next one has looked', async () => {
    const whole = await begin();
    const request = await planned(whole.service, create);
    const counted = startProposalWorker(whole.world, whole.fake);
    await counted.service.proposals.submit(request);
    const steps = counted.steps();
    expect(steps).toBeGreaterThan(20);
    for (let at = 1; at < steps; at++) {
      const { fake, world, service } = await begin();
      const body = await planned(service, create);
      const { service: mortal, dead } = startProposalWorker(world, fake, at);
      expect(await Promise.race([dead, mortal.proposals.submit(body).then(() => 'done')])).toBe('dead');
      world.time += 61_000;
      const next = startProposalWorker(world, fake).service;
      await next.settleInFlight();
      // It was not written down yet: the person asks again, with the plan they confirmed.
      const { own } = await next.proposals.submit(body);
      expect(own).toMatchObject([{ stage: 'open', key: body.planId }]);
      expect(fake.pulls).toHaveLength(1);
      fake.merge(1);
      expect((await next.proposals.list(true)).own).toMatchObject([{ stage: 'confirmed' }]);
      expect((await next.state()).draft.changes).toEqual([]);
    }
  });

  it('at any step of the reading back settles the draft once', async () => {
    const first = await begin();
    await first.service.proposals.submit(await planned(first.service, create));
    first.fake.merge(1);
    const counted = startProposalWorker(first.world, first.fake);
    await counted.service.proposals.list(true);
    for (let at = 1; at < counted.steps(); at++) {
      const { fake, world, service } = await begin();
      await service.proposals.submit(await planned(service, create));
      fake.merge(1);
      const { service: mortal, dead } = startProposalWorker(world, fake, at);
      await Promise.race([dead, mortal.proposals.list(true)]);
      const next = startProposalWorker(world, fake).service;
      expect((await next.proposals.list(true)).own).toMatchObject([{ stage: 'confirmed' }]);
      expect((await next.state()).draft.changes).toEqual([]);
      expect(world.logs.filter(({ entry }) => (entry as { type?: string }).type === 'settled')).toHaveLength(
        1,
      );
    }
  });
});
