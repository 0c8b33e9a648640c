import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftOperation, JournalEntry } from '../../../core/settings/draft.ts';
import { replayJournal } from '../../../core/settings/replayJournal.ts';
import { makeContent, makeRule } from './makeRule.ts';

type Told =
  | DraftOperation
  | 'undo'
  | 'redo'
  | 'discard'
  | { readonly settled: readonly string[]; readonly landed?: never[] };

/** Operations get the keys k0, k1, ... by their place. */
function journal(...told: (Told | Record<string, unknown>)[]): JournalEntry[] {
  return told.map((one, seq) => {
    const at = '2026-11-01T10:00:00Z';
    if (typeof one === 'string') return { seq, at, type: one };
    if ('settled' in one) return { seq, at, type: 'settled', keys: one.settled, landed: one.landed ?? [] };
    return { seq, at, type: 'operation', key: `k${seq}`, operation: one };
  }) as JournalEntry[];
}

const rule = makeRule({ id: 'r1' });
const create = (name: string): DraftOperation => ({
  kind: 'create',
  draftId: 'd1',
  content: makeContent({ name }),
});
const update = (selector: string, base = rule): DraftOperation => ({
  kind: 'update',
  ruleId: base.id,
  base,
  content: makeContent({ selector }),
});
const remove: DraftOperation = { kind: 'delete', ruleId: 'r1', base: rule };
const changesOf = (...told: Parameters<typeof journal>) => replayJournal(journal(...told)).changes;

describe('replayJournal', () => {
  it('sums several edits of one rule up to one, on the first base', () => {
    expect(changesOf(update('.a'), update('.b'))).toEqual([
      { id: 'r1', kind: 'update', base: rule, content: makeContent({ selector: '.b' }), keys: ['k0', 'k1'] },
    ]);
  });

  it('takes an edit of the drafted rule as an edit of the org rule below it', () => {
    const drafted = { ...rule, selector: '.a' };
    expect(changesOf(update('.a'), update('.b', drafted))[0]?.base).toEqual(rule);
  });

  it('takes an edit of a rule that was read again as based on that reading', () => {
    const theirs = { ...rule, description: 'theirs' };
    expect(changesOf(update('.a'), update('.b', theirs))[0]?.base).toEqual(theirs);
  });

  it('turns a create and its edits into one create', () => {
    const edit = { ...update('.b', makeRule({ id: 'd1' })) };
    expect(changesOf(create('New'), edit)).toEqual([
      { id: 'd1', kind: 'create', content: makeContent({ selector: '.b' }), keys: ['k0', 'k1'] },
    ]);
  });

  it('forgets a rule that was created and deleted again', () => {
    expect(changesOf(create('New'), { kind: 'delete', ruleId: 'd1', base: makeRule({ id: 'd1' }) })).toEqual(
      [],
    );
  });

  it('forgets an edit that was edited back', () => {
    expect(changesOf(update('.a'), update(rule.selector))).toEqual([]);
  });

  it('makes an edit and a deletion one deletion', () => {
    expect(changesOf(update('.a'), remove)).toEqual([
      { id: 'r1', kind: 'delete', base: rule, keys: ['k0', 'k1'] },
    ]);
  });

  it('moves back and forth by undo and redo', () => {
    const state = replayJournal(journal(update('.a'), update('.b'), 'undo', 'undo', 'redo'));
    expect(state.changes[0]?.content?.selector).toBe('.a');
    expect([state.canUndo, state.canRedo]).toEqual([true, true]);
  });

  it('drops what was undone when a new edit is made', () => {
    const state = replayJournal(journal(update('.a'), 'undo', create('New')));
    expect(state.changes.map((change) => change.id)).toEqual(['d1']);
    expect(state.canRedo).toBe(false);
  });

  it('lets a discard be undone', () => {
    expect(changesOf(update('.a'), create('New'), 'discard')).toEqual([]);
    expect(changesOf(update('.a'), create('New'), 'discard', 'undo')).toHaveLength(2);
  });

  it('ignores an undo with nothing to undo', () => {
    expect(replayJournal(journal('undo', 'redo', 'discard'))).toEqual({
      changes: [],
      canUndo: false,
      canRedo: false,
    });
  });

  it('takes settled edits out of the draft and of its undo history', () => {
    const state = replayJournal(journal(update('.a'), { settled: ['k0'] }));
    expect(state).toEqual({ changes: [], canUndo: false, canRedo: false });
  });

  it('keeps an edit made during a push, as an edit of what the push wrote', () => {
    const landed = { ...rule, selector: '.a', updatedAt: '2026-11-01T11:00:00Z' };
    const [change] = changesOf(update('.a'), update('.b'), {
      settled: ['k0'],
      landed: [{ id: 'r1', rule: landed }],
    });
    expect(change).toEqual({
      id: 'r1',
      kind: 'update',
      base: landed,
      content: makeContent({ selector: '.b' }),
      keys: ['k1'],
    });
  });

  it('follows a created rule to the id it got', () => {
    const landed = makeRule({ id: 'r9', name: 'New' });
    const edit = update('.b', makeRule({ id: 'd1', name: 'New' }));
    const [change] = changesOf(create('New'), edit, {
      settled: ['k0'],
      landed: [{ id: 'd1', rule: landed }],
    });
    expect(change).toMatchObject({ id: 'r9', kind: 'update', base: landed });
  });

  it('comes back to the same draft after undoing and redoing everything', () => {
    const operations = fc.array(
      fc.constantFrom<DraftOperation>(create('A'), create('B'), update('.a'), update('.b'), remove),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(operations, (made) => {
        const back = made.map(() => 'undo' as const);
        const forth = made.map(() => 'redo' as const);
        expect(changesOf(...made, ...back)).toEqual([]);
        expect(changesOf(...made, ...back, ...forth)).toEqual(changesOf(...made));
      }),
    );
  });
});
