import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  DraftEvent,
  DraftListChange,
  DraftOperation,
  JournalEntry,
} from '../../../core/settings/draft.ts';
import { replayDrafts } from '../../../core/settings/replayDrafts.ts';
import { replayJournal } from '../../../core/settings/replayJournal.ts';
import { makeContent, makeRule } from './makeRule.ts';

const rule = makeRule({ id: 'r1' });
const update = (selector: string, base = rule): DraftOperation => ({
  kind: 'update',
  ruleId: base.id,
  base,
  content: makeContent({ selector }),
});
const edit = (key: string, selector: string, draft?: string): DraftEvent => ({
  type: 'operation',
  key,
  operation: update(selector),
  ...(draft === undefined ? {} : { draft }),
});
const list = (change: DraftListChange) => ({ type: 'drafts', change }) as const;
const make = (draft: string, name: string) => list({ kind: 'create', draft, name, edits: [] });

function journal(...told: readonly (DraftEvent | ReturnType<typeof list>)[]): JournalEntry[] {
  return told.map((one, seq) => ({ ...one, seq, at: '2026-11-01T10:00:00Z' }));
}

const selectorIn = (entries: JournalEntry[], draft: string) =>
  replayDrafts(entries).stateOf(draft)?.changes[0]?.content?.selector;

describe('replayDrafts', () => {
  it('begins with the main draft, which takes the entries of older journals', () => {
    const shelf = replayDrafts(journal(edit('k0', '.a')));
    expect(shelf.present).toBe('main');
    expect(shelf.drafts).toEqual([{ id: 'main', name: '', changes: 1, isPresent: true, isRemoved: false }]);
  });

  it('keeps drafts apart, their undo too', () => {
    const entries = journal(
      edit('k0', '.a'),
      make('d2', 'Checkout'),
      edit('k1', '.b', 'd2'),
      edit('k2', '.c', 'd2'),
      { type: 'undo', draft: 'd2' },
    );
    expect(selectorIn(entries, 'main')).toBe('.a');
    expect(selectorIn(entries, 'd2')).toBe('.b');
    expect(replayJournal(entries)).toEqual(replayDrafts(entries).stateOf('d2'));
  });

  it('goes back to the main draft when the present one is removed, and brings it back with all that was in it', () => {
    const removed = [make('d2', 'Checkout'), edit('k1', '.b', 'd2'), list({ kind: 'remove', draft: 'd2' })];
    expect(replayDrafts(journal(...removed)).present).toBe('main');
    const restored = replayDrafts(journal(...removed, list({ kind: 'restore', draft: 'd2' })));
    expect(restored.present).toBe('d2');
    expect(restored.stateOf('d2')?.changes).toHaveLength(1);
  });

  it('takes a patch as one step', () => {
    const edits = ['.a', '.b'].map((selector, at) => ({
      key: `k${at}`,
      operation: update(selector, makeRule({ id: `r${at}` })),
    }));
    const imported = { type: 'operations', draft: 'main', edits } as const;
    expect(replayJournal(journal(imported)).changes).toHaveLength(2);
    const undone = replayJournal(journal(imported, { type: 'undo', draft: 'main' }));
    expect(undone).toEqual({ changes: [], canUndo: false, canRedo: true });
  });

  it('shows a conflict in a draft when another draft pushed the same rule', () => {
    const landed = { ...rule, selector: '.a' };
    const entries = journal(edit('k0', '.a'), make('d2', 'Later'), edit('k1', '.b', 'd2'), {
      type: 'settled',
      keys: ['k0'],
      landed: [{ id: 'r1', rule: landed }],
    });
    expect(replayDrafts(entries).stateOf('main')?.changes).toEqual([]);
    expect(replayDrafts(entries).stateOf('d2')?.changes[0]?.base).toEqual(rule);
  });

  it('settles what a copy holds together with what it was copied from', () => {
    const first = journal(edit('k0', '.a'));
    const edits = replayDrafts(first).editsOf('main');
    const entries = journal(edit('k0', '.a'), list({ kind: 'create', draft: 'd2', name: 'Copy', edits }), {
      type: 'settled',
      keys: ['k0'],
      landed: [{ id: 'r1', rule: { ...rule, selector: '.a' } }],
    });
    expect(replayDrafts(entries).drafts.map((draft) => draft.changes)).toEqual([0, 0]);
  });

  it('never removes the main draft and never selects one that is not there', () => {
    const entries = journal(list({ kind: 'remove', draft: 'main' }), list({ kind: 'select', draft: 'gone' }));
    expect(replayDrafts(entries).drafts).toMatchObject([{ id: 'main', isPresent: true, isRemoved: false }]);
  });

  it('loses no operation of any draft, whatever is done to the list of them', () => {
    const ids = fc.constantFrom('main', 'd1', 'd2', 'd3');
    const change: fc.Arbitrary<DraftListChange> = fc.oneof(
      ids.map((draft) => ({ kind: 'create', draft, name: draft, edits: [] }) as const),
      fc.record({ kind: fc.constantFrom('select', 'remove', 'restore'), draft: ids }),
    );
    const step = fc.oneof(
      change.map(list),
      fc.tuple(ids, fc.nat(20)).map(([draft, at]) => edit('', `.s${at}`, draft)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const known = new Set(['main']);
        const last = new Map<string, string>();
        const told = steps.map((one, at) => (one.type === 'operation' ? { ...one, key: `k${at}` } : one));
        for (const one of told) {
          if (one.type === 'drafts' && one.change.kind === 'create') known.add(one.change.draft);
          if (one.type !== 'operation' || !known.has(one.draft ?? 'main')) continue;
          if (one.operation.kind === 'update') last.set(one.draft ?? 'main', one.operation.content.selector);
        }
        const shelf = replayDrafts(journal(...told));
        for (const id of known) {
          expect(shelf.stateOf(id)?.changes[0]?.content?.selector).toBe(last.get(id));
        }
        expect(shelf.drafts.filter((draft) => draft.isPresent)).toHaveLength(1);
        expect(shelf.drafts.find((draft) => draft.isPresent)?.isRemoved).toBe(false);
      }),
    );
  });
});
