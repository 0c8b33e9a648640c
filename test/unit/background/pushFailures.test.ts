import { describe, expect, it } from 'vitest';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import type { PushMode, PushOutcome } from '../../../core/settings/pushPlan.ts';
import { SettingsError, type SettingsErrorCode } from '../../../core/settings/settingsSource.ts';
import { makeContent, makeRule } from '../settings/makeRule.ts';
import { confirmAll } from './confirmAll.ts';
import { createWorld, startWorker, type Worker, type World } from './mortalWorld.ts';

const rule = makeRule({ id: 'r1' });
const second = makeRule({ id: 'r2', name: 'Notes', selector: '.note' });
const strengthen: DraftOperation = {
  kind: 'update',
  ruleId: 'r1',
  base: rule,
  content: makeContent({ action: 'exclude' }),
};
const create: DraftOperation = {
  kind: 'create',
  draftId: 'd1',
  content: makeContent({ name: 'New', selector: '.new' }),
};
const remove: DraftOperation = { kind: 'delete', ruleId: 'r2', base: second };

async function pushed(world: World, edits: readonly DraftOperation[], mode: PushMode = 'live') {
  const worker = startWorker(world);
  for (const edit of edits) await worker.service.apply(edit);
  return { worker, outcome: await push(worker, mode) };
}

async function push({ service }: Worker, mode: PushMode): Promise<PushOutcome> {
  return service.execute(confirmAll(await service.plan({ mode })));
}

const statesOf = (outcome: PushOutcome) => outcome.push.steps.map((one) => one.state);
const fail = (code: SettingsErrorCode, retryAfterSeconds?: number) =>
  new SettingsError(code, `said ${code}`, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });

describe('a push that fails', () => {
  it('confirms each step by reading back and takes it out of the draft', async () => {
    const world = createWorld([rule, second]);
    const { worker, outcome } = await pushed(world, [strengthen, create, remove]);
    expect([outcome.confirmed, statesOf(outcome)]).toEqual([true, ['confirmed', 'confirmed', 'confirmed']]);
    expect(outcome.push.finishedAt).toBeDefined();
    expect((await worker.service.state()).draft.changes).toEqual([]);
  });

  it('stops before weakening anything when a strengthening step is refused', async () => {
    const world = createWorld([rule, second]);
    world.failNext.set('create', fail('invalid'));
    const { worker, outcome } = await pushed(world, [remove, create]);
    expect(outcome.push.steps).toMatchObject([
      { state: 'rejected', problem: 'invalid', detail: 'said invalid' },
      { state: 'queued' },
    ]);
    expect(outcome.push.stoppedBy).toBe('invalid');
    expect(world.rules).toEqual([rule, second]);
    expect((await worker.service.state()).draft.changes).toHaveLength(2);
  });

  it.each<SettingsErrorCode>(['unreachable', 'timeout', 'server-error', 'not-an-api'])(
    'calls a write unknown after "%s", and settles it by reading',
    async (code) => {
      const world = createWorld([rule]);
      world.failNext.set('create', fail(code));
      const { worker, outcome } = await pushed(world, [create]);
      expect(statesOf(outcome)).toEqual(['unknown']);
      expect(outcome.push.finishedAt).toBeUndefined();
      world.time += 60_000;
      await worker.service.settleInFlight();
      const { pushes, draft } = await worker.service.state();
      expect([pushes[0]?.steps[0]?.state, draft.changes]).toEqual(['confirmed', []]);
      expect(world.creates).toBe(1);
    },
  );

  it('does not repeat a create that had arrived although its answer was lost', async () => {
    const world = createWorld([rule]);
    world.failNext.set('readRule', fail('timeout'));
    const { worker, outcome } = await pushed(world, [create]);
    expect(statesOf(outcome)).toEqual(['unknown']);
    world.disk.delete('server keys');
    world.time += 60_000;
    await worker.service.settleInFlight();
    expect(world.creates).toBe(1);
    expect((await worker.service.state()).pushes[0]?.steps[0]?.state).toBe('confirmed');
  });

  it('waits as long as it is asked to', async () => {
    const world = createWorld([rule]);
    world.failNext.set('update', fail('too-many-requests', 120));
    const { outcome } = await pushed(world, [strengthen]);
    expect(statesOf(outcome)).toEqual(['queued']);
    expect(world.settleIn).toBeGreaterThanOrEqual(120);
  });

  it('plans nothing new while an earlier push is unsettled', async () => {
    const world = createWorld([rule]);
    world.failNext.set('create', fail('timeout'));
    const { worker } = await pushed(world, [create]);
    world.failNext.set('read', fail('unreachable'));
    await expect(worker.service.plan({ mode: 'live' })).rejects.toMatchObject({
      problem: { code: 'push-unsettled' },
    });
  });

  it('stops at a rule that moved after the plan was made', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    await service.apply(strengthen);
    const plan = await service.plan({ mode: 'live' });
    const theirs = { ...rule, exceptions: ['.vip'] };
    world.rules = [theirs];
    const outcome = await service.execute({ planId: plan.id, typed: {}, effects: {} });
    expect(outcome.push.steps).toMatchObject([
      { state: 'conflict', problem: 'rule-changed', detail: 'exceptions' },
    ]);
    expect(world.rules).toEqual([theirs]);
  });

  it('says so when what is read back is not what was written', async () => {
    const world = createWorld([rule]);
    let reads = 0;
    world.onServer = (operation) => {
      if (operation === 'readRule') reads += 1;
      if (reads === 2)
        world.rules = world.rules.map((one) => ({ ...one, selector: one.selector.toUpperCase() }));
    };
    const { outcome } = await pushed(world, [strengthen]);
    expect(outcome.push.steps).toMatchObject([
      { state: 'conflict', problem: 'read-back-differs', detail: 'selector' },
    ]);
  });

  it('is made once when it is asked for twice', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    await service.apply(create);
    const { id: planId } = await service.plan({ mode: 'live' });
    const [first, again] = await Promise.all([
      service.execute({ planId, typed: {}, effects: {} }),
      service.execute({ planId, typed: {}, effects: {} }),
    ]);
    expect(again).toEqual(first);
    expect(world.creates).toBe(1);
  });

  it('shows a step as unknown while nobody has looked what became of it', async () => {
    const world = createWorld([rule]);
    const dying = startWorker(world);
    await dying.service.apply(create);
    const { id: planId } = await dying.service.plan({ mode: 'live' });
    world.onServer = (operation) => {
      // Never answers: the worker hangs in the middle of its write.
      if (operation === 'create') throw Object.assign(new Error('worker gone'), { name: 'Gone' });
    };
    await expect(dying.service.execute({ planId, typed: {}, effects: {} })).rejects.toThrow('worker gone');
    const { pushes } = await startWorker(world).service.state();
    expect(pushes[0]?.steps[0]?.state).toBe('unknown');
  });
});
