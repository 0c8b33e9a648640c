import { describe, expect, it } from 'vitest';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import { makeContent, makeRule } from '../settings/makeRule.ts';
import { createWorld, startWorker, type World } from './mortalWorld.ts';

const rule = makeRule({ id: 'r1' });
const create = (draftId: string): DraftOperation => ({ kind: 'create', draftId, content: makeContent() });
const edit = { id: 'd9', content: makeContent({ name: '', selector: 'input[na' }), ownName: false };

const idOf = async (world: World, name: string) =>
  (await startWorker(world).service.state()).drafts.find((draft) => draft.name === name)?.id ?? '';

describe('drafts by name', () => {
  it('are made, filled, copied and chosen, and the next worker knows them all', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    await service.apply(create('a'));
    await service.changeDrafts({ kind: 'create', name: 'Checkout' });
    await service.apply(create('b'));
    await service.apply(create('c'), 'main');
    await service.changeDrafts({ kind: 'create', name: 'Copy', copyOf: 'main' });
    const { drafts, draft } = await startWorker(world).service.state();
    expect(drafts.map(({ name, changes, isPresent }) => [name, changes, isPresent])).toEqual([
      ['', 2, false],
      ['Checkout', 1, false],
      ['Copy', 2, true],
    ]);
    expect(draft.changes.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('refuse an edit for a draft that another panel removed meanwhile', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    await service.changeDrafts({ kind: 'create', name: 'Checkout' });
    const draft = await idOf(world, 'Checkout');
    await service.changeDrafts({ kind: 'remove', draft });
    const gone = { problem: { code: 'draft-gone' } };
    await expect(service.apply(create('a'), draft)).rejects.toMatchObject(gone);
    await expect(service.move('undo', draft)).rejects.toMatchObject(gone);
    await expect(service.importEdits([create('a')], { draft })).rejects.toMatchObject(gone);
    await expect(service.changeDrafts({ kind: 'select', draft })).rejects.toMatchObject(gone);
    await expect(service.changeDrafts({ kind: 'remove', draft: 'main' })).rejects.toMatchObject({
      problem: { code: 'not-allowed' },
    });
    const restored = await service.changeDrafts({ kind: 'restore', draft });
    expect(restored.drafts.find(({ id }) => id === draft)).toMatchObject({
      isPresent: true,
      isRemoved: false,
    });
  });

  it('push only the present one', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    await service.apply(create('a'));
    await service.changeDrafts({ kind: 'create', name: 'Other' });
    const content = makeContent({ name: 'Only this', selector: '.only' });
    await service.apply({ kind: 'create', draftId: 'b', content });
    const { id: planId } = await service.plan({ mode: 'live' });
    await service.execute({ planId, typed: {}, effects: {} });
    expect(world.rules.map(({ selector }) => selector)).toEqual(['.customer-name', '.only']);
    const state = await service.state();
    expect(state.drafts.map(({ changes }) => changes)).toEqual([1, 0]);
  });

  it('take a patch as one step, into the present draft or into one of its own', async () => {
    const { service } = startWorker(createWorld([rule]));
    await service.importEdits([create('a'), create('b')], {});
    expect((await service.move('undo')).draft.changes).toEqual([]);
    const state = await service.importEdits([create('c')], { name: 'From Robin' });
    expect(state.drafts.map(({ name, changes }) => [name, changes])).toEqual([
      ['', 0],
      ['From Robin', 1],
    ]);
  });
});

describe('what was typed and not saved', () => {
  it('is kept newest first, until it is saved or thrown away', async () => {
    const world = createWorld([rule]);
    const { service } = startWorker(world);
    await service.keepEdit(edit);
    await service.keepEdit({ ...edit, id: 'r1', base: rule });
    await service.keepEdit({ ...edit, content: makeContent({ selector: 'input[name=' }) });
    const kept = (await startWorker(world).service.state()).keptEdits;
    expect(kept.map(({ id, content }) => [id, content.selector])).toEqual([
      ['d9', 'input[name='],
      ['r1', 'input[na'],
    ]);
    expect((await service.apply(create('d9'))).keptEdits.map(({ id }) => id)).toEqual(['r1']);
    expect((await service.forgetEdit('r1')).keptEdits).toEqual([]);
  });

  it('is there after a worker died at any moment, once it was acknowledged', async () => {
    let survived = 0;
    for (let dieAt = 1; dieAt < 80; dieAt += 1) {
      const world = createWorld([rule]);
      const { service, dead } = startWorker(world, dieAt);
      const told: string[] = [];
      const work = async () => {
        await service.keepEdit(edit);
        told.push('kept');
        await service.importEdits([create('a'), create('b')], { name: 'Patch' });
        told.push('imported');
        await service.apply(create('c'));
        told.push('applied');
        return 'done' as const;
      };
      const end = await Promise.race([work(), dead]);
      const state = await startWorker(world).service.state();
      const ids = state.draft.changes.map(({ id }) => id);
      if (told.includes('kept')) expect(state.keptEdits.map(({ id }) => id)).toEqual(['d9']);
      if (told.includes('imported')) expect(ids.slice(0, 2)).toEqual(['a', 'b']);
      if (told.includes('applied')) expect(ids).toEqual(['a', 'b', 'c']);
      // Never half a patch.
      expect(ids.includes('a')).toBe(ids.includes('b'));
      if (end === 'done') survived += 1;
    }
    expect(survived).toBeGreaterThan(0);
    expect(survived).toBeLessThan(79);
  });
});
