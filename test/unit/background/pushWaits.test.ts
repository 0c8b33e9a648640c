import { describe, expect, it } from 'vitest';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import type { PushRecord } from '../../../core/settings/pushPlan.ts';
import { SettingsError, type SettingsErrorCode } from '../../../core/settings/settingsSource.ts';
import { makeContent, makeRule } from '../settings/makeRule.ts';
import { confirmAll } from './confirmAll.ts';
import { createWorld, startWorker, type Worker, type World } from './mortalWorld.ts';

const rule = makeRule({ id: 'r1' });
const strengthen: DraftOperation = {
  kind: 'update',
  ruleId: 'r1',
  base: rule,
  content: makeContent({ action: 'exclude' }),
};
const weaken: DraftOperation = { ...strengthen, content: makeContent({ action: 'unmask' }) };
const create: DraftOperation = {
  kind: 'create',
  draftId: 'd1',
  content: makeContent({ name: 'New', selector: '.new' }),
};
const minutes = 60_000;
const hours = 60 * minutes;

/** Nothing gets through to the server, or everything. */
function cut(world: World, code: SettingsErrorCode | null, retryAfterSeconds?: number): void {
  world.onServer = () => {
    if (code)
      throw new SettingsError(code, code, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
  };
}

async function connected(world: World): Promise<Worker> {
  const worker = startWorker(world);
  await worker.service.connect({ baseUrl: 'https://api.fullstory.com', key: 'na1.c2VjcmV0' });
  return worker;
}

/** Confirms a push of these edits just when the source goes away. */
async function queued(
  world: World,
  edits: readonly DraftOperation[],
  code: SettingsErrorCode = 'unreachable',
) {
  const worker = await connected(world);
  for (const edit of edits) await worker.service.apply(edit);
  const plan = await worker.service.plan({ mode: 'live' });
  cut(world, code);
  const { push } = await worker.service.execute(confirmAll(plan));
  return { worker, push };
}

async function lastPush({ service }: Worker): Promise<PushRecord> {
  const [push] = (await service.state()).pushes;
  if (!push) throw new Error('no push');
  return push;
}

describe('a push whose source is away', () => {
  it.each<SettingsErrorCode>(['unreachable', 'timeout', 'server-error', 'too-many-requests', 'not-an-api'])(
    'waits after "%s", says until when, and goes on by itself',
    async (code) => {
      const world = createWorld([rule]);
      const { push } = await queued(world, [strengthen], code);
      expect(push.steps.map((one) => one.state)).toEqual(['queued']);
      expect(push.waitsUntil).toBeDefined();
      expect(world.settleIn).toBeGreaterThanOrEqual(30);
      cut(world, null);
      world.time += (world.settleIn ?? 0) * 1000;
      const later = startWorker(world);
      await later.service.settleInFlight();
      expect((await lastPush(later)).steps[0]?.state).toBe('confirmed');
      expect(world.rules[0]?.action).toBe('exclude');
    },
  );

  it('is not written any more when the organisation wants it proposed meanwhile, and stays in the draft', async () => {
    const world = createWorld([rule]);
    await queued(world, [strengthen]);
    cut(world, null);
    world.policy = { directPushes: 'off' };
    world.time += (world.settleIn ?? 0) * 1000;
    const later = startWorker(world);
    await later.service.settleInFlight();
    expect(await lastPush(later)).toMatchObject({ stoppedBy: 'approval-needed' });
    expect(world.rules).toEqual([rule]);
    expect((await later.service.state()).draft.changes).toHaveLength(1);
  });

  it('is not written any more when the site it was planned on is forbidden meanwhile', async () => {
    const world = createWorld([rule]);
    const worker = await connected(world);
    await worker.service.apply(strengthen);
    const plan = await worker.service.plan({ mode: 'live', site: 'https://shop.example' });
    world.policy = { allowedSites: ['https://other.example'] };
    await expect(worker.service.execute(confirmAll(plan))).rejects.toMatchObject({
      problem: { code: 'policy-site' },
    });
    world.policy = { allowedSites: ['https://shop.example'] };
    cut(world, 'unreachable');
    await worker.service.execute(confirmAll(plan));
    cut(world, null);
    world.policy = { allowedSites: ['https://other.example'] };
    world.time += (world.settleIn ?? 0) * 1000;
    const later = startWorker(world);
    await later.service.settleInFlight();
    expect(await lastPush(later)).toMatchObject({ stoppedBy: 'policy-site' });
    expect(world.rules).toEqual([rule]);
  });

  it('that may have arrived is read back, not written, when pushes are forbidden meanwhile', async () => {
    const world = createWorld([rule]);
    const worker = await connected(world);
    await worker.service.apply(strengthen);
    const plan = await worker.service.plan({ mode: 'live' });
    let isAway = false;
    world.onServer = (operation) => {
      if (isAway) throw new SettingsError('timeout', 'away');
      isAway = operation === 'update';
    };
    await worker.service.execute(confirmAll(plan));
    cut(world, null);
    world.policy = { directPushes: 'off' };
    world.time += 10 * minutes;
    const later = startWorker(world);
    await later.service.settleInFlight();
    expect((await lastPush(later)).steps[0]?.state).toBe('confirmed');
    expect((await later.service.state()).draft.changes).toEqual([]);
    expect(world.replaced).toHaveLength(1);
  });

  it('is not asked again before its time, however often a worker starts', async () => {
    const world = createWorld([rule]);
    await queued(world, [strengthen]);
    let asked = 0;
    world.onServer = () => {
      asked += 1;
      throw new SettingsError('unreachable', 'away');
    };
    for (let at = 0; at < 5; at++) await startWorker(world).service.settleInFlight();
    expect(asked).toBe(0);
    world.time += 40_000;
    await startWorker(world).service.settleInFlight();
    expect(asked).toBe(1);
  });

  it('waits longer each time, a quarter of an hour at most and a little', async () => {
    const world = createWorld([rule]);
    await queued(world, [strengthen]);
    const waits: number[] = [];
    for (let at = 0; at < 9; at++) {
      waits.push(world.settleIn ?? 0);
      world.time += (world.settleIn ?? 0) * 1000;
      await startWorker(world).service.settleInFlight();
    }
    for (let at = 1; at < 5; at++) expect(waits[at]).toBeGreaterThan((waits[at - 1] ?? 0) * 1.5);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15 * 60 * 1.25);
  });

  it('leaves a source alone for as long as it asks, also when a person is impatient', async () => {
    const world = createWorld([rule]);
    const { worker } = await queued(world, [strengthen], 'too-many-requests');
    cut(world, 'too-many-requests', 600);
    await worker.service.refresh();
    expect(world.settleIn).toBeGreaterThanOrEqual(600);
    let asked = 0;
    world.onServer = (operation) => {
      if (operation === 'readRule') asked += 1;
    };
    await worker.service.refresh();
    expect(asked).toBe(0);
    world.time += 751_000;
    await worker.service.settleInFlight();
    expect((await lastPush(worker)).steps[0]?.state).toBe('confirmed');
  });

  it('goes on hours later when nothing was written yet and it only hides more', async () => {
    const world = createWorld([rule]);
    await queued(world, [strengthen, create]);
    cut(world, null);
    world.time += 20 * hours;
    const later = startWorker(world);
    await later.service.settleInFlight();
    expect((await lastPush(later)).steps.map((one) => one.state)).toEqual(['confirmed', 'confirmed']);
  });

  it('still does not write over a colleague hours later', async () => {
    const world = createWorld([rule]);
    await queued(world, [strengthen]);
    cut(world, null);
    world.time += 3 * hours;
    world.rules = [{ ...rule, description: 'Theirs' }];
    const later = startWorker(world);
    await later.service.settleInFlight();
    expect((await lastPush(later)).stoppedBy).toBe('rule-changed');
    expect(world.rules[0]?.description).toBe('Theirs');
  });
});

describe('a push that was confirmed long ago', () => {
  it.each([
    ['weakens', [weaken], 11 * minutes],
    ['only hides more, but a day later', [strengthen], 25 * hours],
    ['only hides more, and the clock was set back by a day', [strengthen], -25 * hours],
  ] as const)('asks a person when it %s', async (_name, edits, passed) => {
    const world = createWorld([rule]);
    await queued(world, edits);
    cut(world, null);
    world.time += passed;
    const later = startWorker(world);
    await later.service.settleInFlight();
    const push = await lastPush(later);
    expect([push.heldSince !== undefined, push.finishedAt, push.waitsUntil]).toEqual([
      true,
      undefined,
      undefined,
    ]);
    expect(world.rules).toEqual([rule]);
    expect((await later.service.state()).draft.changes).toHaveLength(1);
    await later.service.decide({ pushId: push.id, decision: 'go-on' });
    expect((await lastPush(later)).steps[0]?.state).toBe('confirmed');
    expect((await later.service.state()).draft.changes).toEqual([]);
  });

  it('asks too when part of it was written, and says which part', async () => {
    const world = createWorld([rule]);
    const worker = await connected(world);
    await worker.service.apply(create);
    await worker.service.apply(weaken);
    const plan = await worker.service.plan({ mode: 'live' });
    world.onServer = (operation) => {
      if (operation === 'update') throw new SettingsError('timeout', 'slow');
    };
    await worker.service.execute(confirmAll(plan));
    world.time += 11 * minutes;
    const later = startWorker(world);
    await later.service.settleInFlight();
    const push = await lastPush(later);
    expect([push.heldSince !== undefined, push.steps.map((one) => one.state)]).toEqual([
      true,
      ['confirmed', 'queued'],
    ]);
    await later.service.decide({ pushId: push.id, decision: 'take-back' });
    const { pushes, draft } = await later.service.state();
    expect(pushes[0]?.stoppedBy).toBe('push-taken-back');
    expect(draft.changes.map((change) => change.id)).toEqual(['r1']);
    expect(world.rules.map((one) => one.name)).toEqual(['Customer names', 'New']);
  });

  it('is answered by a new plan as well', async () => {
    const world = createWorld([rule]);
    await queued(world, [weaken]);
    cut(world, null);
    world.time += 11 * minutes;
    const later = startWorker(world);
    const plan = await later.service.plan({ mode: 'live' });
    expect((await lastPush(later)).stoppedBy).toBe('push-taken-back');
    expect((await later.service.execute(confirmAll(plan))).confirmed).toBe(true);
  });

  it('does not go on with what was taken out of the draft meanwhile', async () => {
    const world = createWorld([rule]);
    await queued(world, [weaken]);
    cut(world, null);
    world.time += 11 * minutes;
    const later = startWorker(world);
    await later.service.settleInFlight();
    await later.service.move('undo');
    const push = await lastPush(later);
    await expect(later.service.decide({ pushId: push.id, decision: 'go-on' })).rejects.toMatchObject({
      problem: { code: 'draft-changed' },
    });
    expect(world.rules).toEqual([rule]);
  });
});

describe('taking back a push that waits', () => {
  it('leaves the draft as it was, and needs no source', async () => {
    const world = createWorld([rule]);
    const { worker, push } = await queued(world, [strengthen]);
    const { pushes, draft } = await worker.service.decide({ pushId: push.id, decision: 'take-back' });
    expect([pushes[0]?.stoppedBy, draft.changes]).toMatchObject(['push-taken-back', [{ id: 'r1' }]]);
    cut(world, null);
    world.time += 60_000;
    await startWorker(world).service.settleInFlight();
    expect(world.rules).toEqual([rule]);
  });

  it('is refused while a step may be on its way', async () => {
    const world = createWorld([rule]);
    const worker = await connected(world);
    await worker.service.apply(create);
    const plan = await worker.service.plan({ mode: 'live' });
    world.failNext.set('create', new SettingsError('timeout', 'slow'));
    const { push } = await worker.service.execute(confirmAll(plan));
    cut(world, 'unreachable');
    await expect(worker.service.decide({ pushId: push.id, decision: 'take-back' })).rejects.toMatchObject({
      problem: { code: 'push-unsettled' },
    });
  });

  it('comes before an undo: what waits to be written stays in the draft', async () => {
    const world = createWorld([rule]);
    const { worker, push } = await queued(world, [strengthen]);
    for (const work of [
      () => worker.service.move('undo'),
      () => worker.service.move('discard'),
      () => worker.service.apply({ kind: 'drop', id: 'r1' }),
      () => worker.service.importEdits([{ kind: 'drop', id: 'r1' }], {}),
    ]) {
      await expect(work()).rejects.toMatchObject({ problem: { code: 'push-waiting' } });
    }
    await worker.service.decide({ pushId: push.id, decision: 'take-back' });
    expect((await worker.service.move('undo')).draft.changes).toEqual([]);
  });

  it('is over once the push has ended', async () => {
    const world = createWorld([rule]);
    const { worker, push } = await queued(world, [strengthen]);
    await worker.service.decide({ pushId: push.id, decision: 'take-back' });
    await expect(worker.service.decide({ pushId: push.id, decision: 'go-on' })).rejects.toMatchObject({
      problem: { code: 'push-ended' },
    });
  });
});
