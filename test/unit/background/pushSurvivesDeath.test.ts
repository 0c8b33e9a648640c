import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule, RuleSet } from '../../../core/rules/rule.ts';
import { applyDraft } from '../../../core/settings/applyDraft.ts';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import { pendingPreviews } from '../../../core/settings/pendingPreviews.ts';
import type { PushMode, PushPlan } from '../../../core/settings/pushPlan.ts';
import { replayJournal } from '../../../core/settings/replayJournal.ts';
import { makeContent, makeRule } from '../settings/makeRule.ts';
import { confirmAll } from './confirmAll.ts';
import { contentsOf, createWorld, startWorker, type Worker, type World } from './mortalWorld.ts';

const names = makeRule({ id: 'r1', name: 'Names', selector: '.name' });
const cards = makeRule({ id: 'r2', name: 'Cards', selector: '#card', action: 'exclude' });
const notes = makeRule({ id: 'r3', name: 'Notes', selector: '.note' });
const org = [names, cards, notes];

const edits: readonly DraftOperation[] = [
  { kind: 'create', draftId: 'd1', content: makeContent({ name: 'Phones', selector: '.phone' }) },
  {
    kind: 'update',
    ruleId: 'r1',
    base: names,
    content: makeContent({ name: 'Names', selector: '.full-name' }),
  },
  { kind: 'delete', ruleId: 'r3', base: notes },
  {
    kind: 'update',
    ruleId: 'r2',
    base: cards,
    content: makeContent({ name: 'Cards', selector: '.card-form' }),
  },
];

/** What a person does: some edits, then a push. Stops where the worker dies; tells what was acknowledged. */
async function work(worker: Worker, mode: PushMode, told: { edits: number }): Promise<void> {
  const life = (async () => {
    while (told.edits < edits.length) {
      const edit = edits[told.edits];
      if (edit) await worker.service.apply(edit);
      told.edits += 1;
    }
    await pushAll(worker, mode);
  })();
  await Promise.race([life, worker.dead]);
}

async function pushAll(worker: Worker, mode: PushMode): Promise<PushPlan> {
  const plan = await worker.service.plan({ mode });
  if (plan.planned.length > 0 && plan.conflicts.length === 0) {
    await worker.service.execute(confirmAll(plan));
  }
  return plan;
}

/** A worker that lives settles what the dead ones left, then a person pushes what is still drafted. */
async function recover(world: World, modes: readonly PushMode[]): Promise<void> {
  const worker = startWorker(world);
  await worker.service.settleInFlight();
  for (const mode of modes) await pushAll(worker, mode);
}

/** The org with the first edits made: the acknowledged ones, or one more that was stored but not yet acknowledged. */
function possibleEnds(acknowledged: number): readonly (readonly string[])[] {
  const start: RuleSet = { rules: org, groups: [], gaps: [] };
  return [acknowledged, acknowledged + 1].map((count) => {
    const entries = edits.slice(0, count).map((operation, seq) => ({
      seq,
      at: '',
      type: 'operation' as const,
      key: `k${seq}`,
      operation,
    }));
    return contentsOf(applyDraft(start, replayJournal(entries)).rules);
  });
}

function expectWholeEnd(world: World, acknowledged: number): void {
  expect(possibleEnds(acknowledged)).toContainEqual(contentsOf(world.rules));
  expect(pendingPreviews({ rules: world.rules, groups: [], gaps: [] })).toEqual([]);
}

describe('a push whose worker dies', { timeout: 90_000 }, () => {
  it('live: at every single point, loses no acknowledged edit and creates nothing twice', async () => {
    for (let dieAt = 1; dieAt < 260; dieAt++) {
      const world = createWorld(org);
      const told = { edits: 0 };
      await work(startWorker(world, dieAt), 'live', told);
      await recover(world, ['live']);
      expectWholeEnd(world, told.edits);
    }
  });

  it('preview, then promote: at every single point, ends as a live push would and leaves no preview behind', async () => {
    for (let dieAt = 1; dieAt < 300; dieAt++) {
      const world = createWorld(org);
      const told = { edits: 0 };
      const worker = startWorker(world, dieAt);
      await work(worker, 'preview', told);
      await Promise.race([worker.dead, pushAll(worker, 'promote')]);
      await recover(world, ['promote', 'preview', 'promote']);
      expectWholeEnd(world, told.edits);
    }
  });

  it('survives any number of deaths and pauses (1,000 random runs)', async () => {
    const lives = fc.array(
      fc.record({
        dieAt: fc.integer({ min: 1, max: 150 }),
        pauseMinutes: fc.constantFrom(0, 0, 1, 15),
        keysForgotten: fc.boolean(),
      }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(lives, fc.constantFrom('live', 'preview' as const), async (deaths, mode) => {
        const world = createWorld(org);
        const told = { edits: 0 };
        for (const { dieAt, pauseMinutes, keysForgotten } of deaths) {
          const worker = startWorker(world, dieAt);
          await Promise.race([worker.dead, worker.service.settleInFlight()]);
          await work(worker, mode, told);
          world.time += pauseMinutes * 60_000;
          // Looking first must be enough: not every source remembers the key of a create.
          if (keysForgotten) world.disk.delete('server keys');
        }
        await recover(world, mode === 'live' ? ['live'] : ['promote', 'preview', 'promote']);
        expectWholeEnd(world, told.edits);
      }),
      { numRuns: 1000 },
    );
  });

  it('never writes over what somebody else changed meanwhile (1,000 random runs)', {
    timeout: 60_000,
  }, async () => {
    const foreign = fc.record({
      at: fc.integer({ min: 1, max: 40 }),
      rule: fc.constantFrom('r1', 'r2', 'r3'),
      how: fc.constantFrom('edit', 'delete' as const),
    });
    await fc.assert(
      fc.asyncProperty(
        foreign,
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('live', 'preview' as const),
        async (theirs, dieAt, mode) => {
          const world = createWorld(org);
          const colleague = interfere(world, theirs);
          await work(startWorker(world, dieAt), mode, { edits: 0 });
          await recover(world, mode === 'live' ? ['live'] : ['preview', 'promote']);
          const lost = world.replaced.filter(
            ({ before, after }) => isTheirs(before) && !(after && isTheirs(after)),
          );
          // A rule that takes part in a mixed push may be replaced by a new one: then that one has their words.
          const kept = (name: string) => world.rules.some((rule) => isTheirs(rule) && rule.name === name);
          expect(
            lost.filter(({ before }) => !kept(before.name) && org.some(({ id }) => id === before.id)),
          ).toEqual([]);
          if (!colleague.came) return;
          if (theirs.how === 'edit') {
            expect(world.rules.filter(isTheirs)).not.toEqual([]);
            return;
          }
          expect(world.rules.filter((rule) => rule.id === theirs.rule)).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const theirWords = 'Changed by a colleague';

function isTheirs(rule: { readonly description?: string }): boolean {
  return rule.description?.startsWith(theirWords) ?? false;
}

/**
 * A colleague changes a rule just before the server's n-th read. (Between a read and the write that follows it nobody
 * could see the change: the API has no versions.)
 */
function interfere(
  world: World,
  { at, rule: id, how }: { readonly at: number; readonly rule: string; readonly how: 'edit' | 'delete' },
): { readonly came: boolean } {
  const colleague = { came: false };
  let reads = 0;
  world.onServer = (operation) => {
    if (operation === 'update' || operation === 'remove') return;
    reads += 1;
    if (reads !== at) return;
    colleague.came = world.rules.some((rule) => rule.id === id);
    world.rules = world.rules.flatMap((rule: Rule) => {
      if (rule.id !== id) return [rule];
      return how === 'delete' ? [] : [{ ...rule, description: theirWords }];
    });
  };
  return colleague;
}
