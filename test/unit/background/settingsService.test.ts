import { describe, expect, it } from 'vitest';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import { SettingsError } from '../../../core/settings/settingsSource.ts';
import { makeContent, makeRule } from '../settings/makeRule.ts';
import { createWorld, startWorker } from './mortalWorld.ts';

const rule = makeRule({ id: 'r1' });
const weaken: DraftOperation = {
  kind: 'update',
  ruleId: 'r1',
  base: rule,
  content: makeContent({ consent: true }),
};
const secret = 'na1.c2VjcmV0';
const org = { baseUrl: ' https://api.fullstory.com/some/path ', key: ` ${secret}\n` };

describe('the settings service', () => {
  it('connects to an origin after asking whose the key is, and reads its rules', async () => {
    const { service } = startWorker(createWorld([rule]));
    const state = await service.connect(org);
    expect(state.connection).toEqual({
      id: expect.any(String),
      kind: 'fullstory',
      baseUrl: 'https://api.fullstory.com',
      orgId: 'o-ACME1-na1',
      email: 'a@example.com',
      role: 'ADMIN',
      canWrite: true,
    });
    expect(state.ruleSet.rules).toEqual([rule]);
    expect(state.readAt).toBe('2026-11-01T10:00:00.000Z');
  });

  it.each([
    'http://api.fullstory.com',
    'ftp://api.fullstory.com',
    'https://a:b@api.fullstory.com',
    'nonsense',
  ])('does not send a key to %s', async (baseUrl) => {
    const world = createWorld([]);
    const asked: string[] = [];
    world.onServer = (operation) => asked.push(operation);
    const connecting = startWorker(world).service.connect({ baseUrl, key: secret });
    await expect(connecting).rejects.toMatchObject({ problem: { code: 'bad-address' } });
    expect(asked).toEqual([]);
  });

  it('keeps the old connection when the key is refused', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    world.failNext.set('identify', new SettingsError('key-refused', 'Unknown key'));
    await expect(service.connect(org)).rejects.toMatchObject({ code: 'key-refused' });
    expect((await service.state()).connection.kind).toBe('local');
    expect(world.disk.has('key')).toBe(false);
  });

  it('puts the key nowhere but into the vault', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    const replies = [
      await service.connect(org),
      await service.apply(weaken),
      await service.plan({ mode: 'live' }),
    ];
    const kept = [...world.disk].filter(([name]) => name !== 'key');
    expect(JSON.stringify([replies, kept, world.logs])).not.toContain(secret);
    expect(world.disk.get('key')).toBe(secret);
    await service.disconnect();
    expect(world.disk.has('key')).toBe(false);
  });

  it('opens offline with the rules as last read, their age, and why they are old', async () => {
    const world = createWorld([rule]);
    await startWorker(world).service.connect(org);
    world.time += 3_600_000;
    world.failNext.set('read', new SettingsError('unreachable', 'No network'));
    const state = await startWorker(world).service.refresh();
    expect(state.ruleSet.rules).toEqual([rule]);
    expect(state.readAt).toBe('2026-11-01T10:00:00.000Z');
    expect(state.problem).toEqual({ code: 'unreachable', detail: 'No network' });
  });

  it('says that the key is gone after the browser was closed, and still takes edits', async () => {
    const world = createWorld([rule]);
    await startWorker(world).service.connect(org);
    world.disk.delete('key');
    const { service } = startWorker(world);
    const state = await service.apply(weaken);
    expect(state.problem).toEqual({ code: 'key-missing' });
    expect(state.draft.changes).toHaveLength(1);
    await expect(service.plan({ mode: 'live' })).rejects.toMatchObject({ problem: { code: 'key-missing' } });
  });

  it('does not claim that an org it never read has no rules', async () => {
    const world = createWorld([rule]);
    world.failNext.set('read', new SettingsError('role-too-low', 'Needs Architect'));
    const state = await startWorker(world).service.connect(org);
    expect(state.ruleSet.gaps).toEqual(['gap.never-read']);
    expect(state.readAt).toBeUndefined();
    expect(state.problem?.code).toBe('role-too-low');
  });

  it('keeps the drafts of two orgs apart', async () => {
    const { service } = startWorker(createWorld([rule]));
    await service.apply(weaken);
    expect((await service.connect(org)).draft.changes).toEqual([]);
    expect((await service.disconnect()).draft.changes).toHaveLength(1);
  });

  it('plans nothing for another org than the page records to', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    await service.connect(org);
    const plan = service.plan({ mode: 'live', pageOrgId: 'o-OTHER-na1' });
    await expect(plan).rejects.toMatchObject({ problem: { code: 'org-mismatch' } });
    await expect(service.plan({ mode: 'live', pageOrgId: 'o-ACME1-na1' })).resolves.toMatchObject({
      planned: [],
    });
  });

  it.each([{}, { r1: 'customer names' }, { r1: 'Customer names ' }, { other: 'Customer names' }])(
    'does not push a weakening confirmed by %j',
    async (typed) => {
      const world = createWorld([rule]);
      const { service } = startWorker(world);
      await service.apply(weaken);
      const { id: planId } = await service.plan({ mode: 'live' });
      await expect(service.execute({ planId, typed, effects: { r1: 'shown' } })).rejects.toMatchObject({
        problem: { code: 'confirmation-missing' },
      });
      expect(world.rules).toEqual([rule]);
    },
  );

  it('does not push a weakening before what becomes visible was shown, or marked unknown', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    await service.apply(weaken);
    const { id: planId } = await service.plan({ mode: 'live' });
    const typed = { r1: 'Customer names' };
    await expect(service.execute({ planId, typed, effects: {} })).rejects.toMatchObject({
      problem: { code: 'effect-not-shown' },
    });
    await expect(
      service.execute({ planId, typed, effects: JSON.parse('{"__proto__": {"r1": "shown"}}') }),
    ).rejects.toMatchObject({ problem: { code: 'effect-not-shown' } });
    expect(world.rules).toEqual([rule]);
    expect(await service.execute({ planId, typed, effects: { r1: 'unknown' } })).toMatchObject({
      confirmed: true,
    });
  });

  it('pushes a weakening whose rule was named exactly, also after the worker that planned it is gone', async () => {
    const world = createWorld([rule]);
    const planning = startWorker(world);
    await planning.service.apply(weaken);
    const { id: planId } = await planning.service.plan({ mode: 'live' });
    const outcome = await startWorker(world).service.execute({
      planId,
      typed: { r1: 'Customer names' },
      effects: { r1: 'shown' },
    });
    expect(outcome.confirmed).toBe(true);
    expect(world.rules).toMatchObject([{ consent: true }]);
  });

  it('does not weaken while another change of the plan is in conflict', async () => {
    const other = makeRule({ id: 'r2', name: 'Other' });
    const world = createWorld([rule, { ...other, selector: '.theirs' }]);
    const { service } = startWorker(world);
    await service.apply(weaken);
    await service.apply({
      kind: 'update',
      ruleId: 'r2',
      base: other,
      content: makeContent({ selector: '.mine' }),
    });
    const plan = await service.plan({ mode: 'live' });
    expect(plan.conflicts).toHaveLength(1);
    await expect(
      service.execute({ planId: plan.id, typed: { r1: 'Customer names' }, effects: { r1: 'shown' } }),
    ).rejects.toMatchObject({
      problem: { code: 'conflicts-first' },
    });
  });

  it('pushes nothing but what the person saw', async () => {
    const { service } = startWorker(createWorld([rule]));
    await service.apply(weaken);
    const { id: planId } = await service.plan({ mode: 'live' });
    await service.move('undo');
    const typed = { r1: 'Customer names' };
    await expect(service.execute({ planId, typed, effects: { r1: 'shown' } })).rejects.toMatchObject({
      problem: { code: 'draft-changed' },
    });
    await expect(service.execute({ planId: 'other', typed, effects: { r1: 'shown' } })).rejects.toMatchObject(
      {
        problem: { code: 'plan-gone' },
      },
    );
  });

  it('writes no undo into the journal when there is nothing to undo', async () => {
    const world = createWorld([]);
    const { service } = startWorker(world);
    await Promise.all([
      service.apply(weaken),
      service.move('undo'),
      service.move('undo'),
      service.move('undo'),
    ]);
    expect(world.logs.map(({ entry }) => (entry as { type: string }).type)).toEqual(['operation', 'undo']);
  });
});
