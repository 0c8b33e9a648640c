import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../core/rules/rule.ts';
import { compareRules } from '../../../core/settings/compareRules.ts';
import type { DraftChange, DraftOperation, DraftState } from '../../../core/settings/draft.ts';
import { readPatch } from '../../../core/settings/readPatch.ts';
import { replayJournal } from '../../../core/settings/replayJournal.ts';
import { serializePatch } from '../../../core/settings/serializePatch.ts';
import { WireError } from '../../../core/settings/wireError.ts';
import { makeContent, makeRule } from './makeRule.ts';
import { anyContent } from './ruleArbitraries.ts';

const org = 'o-ACME-na1';
const rule = makeRule({ id: '17', updatedBy: 'robin@example.com', updatedAt: '2026-11-01T10:00:00Z' });
const edited = makeContent({ selector: '.customer' });

function draftOf(...operations: DraftOperation[]): DraftState {
  return replayJournal(
    operations.map((operation, seq) => ({ seq, at: '', type: 'operation', key: `k${seq}`, operation })),
  );
}

const update: DraftOperation = { kind: 'update', ruleId: '17', base: rule, content: edited };
let ids = 0;
const newId = () => {
  ids += 1;
  return `new-${ids}`;
};
const readBack = (draft: DraftState, rules: readonly Rule[], to: string | undefined = org) =>
  readPatch(JSON.parse(JSON.stringify(serializePatch(draft, { name: 'Checkout', org }))), {
    rules,
    org: to,
    newId,
  });

describe('a patch', () => {
  it('gives a colleague the same changes, whatever the draft holds', () => {
    fc.assert(
      fc.property(anyContent, anyContent, anyContent, (base, content, created) => {
        const here: Rule = { ...base, id: '5', groupId: '0', editable: 'any' };
        const draft = draftOf(
          { kind: 'update', ruleId: '5', base: here, content },
          { kind: 'create', draftId: 'd', content: created },
        );
        const { operations, skipped } = readBack(draft, [here]);
        const isSkipped = ({ content: wanted }: DraftChange) =>
          wanted !== undefined && compareRules(wanted, here).length === 0;
        expect(skipped).toHaveLength(draft.changes.filter(isSkipped).length);
        const again = draftOf(...operations).changes;
        const wanted = draft.changes.filter((change) => !isSkipped(change));
        expect(again.map(({ kind }) => kind)).toEqual(wanted.map(({ kind }) => kind));
        for (const [at, change] of again.entries()) {
          const { content: meant = base, base: was = here } = wanted[at] ?? {};
          expect(compareRules(change.content ?? base, meant)).toEqual([]);
          expect(compareRules(change.base ?? here, was)).toEqual([]);
        }
      }),
    );
  });

  it('says whose rules it is for and what the draft is called, and nothing of people', () => {
    const patch = serializePatch(draftOf(update), { name: 'Checkout', org });
    expect(patch).toMatchObject({ scrimPatch: 1, name: 'Checkout', org });
    expect(JSON.stringify(patch)).not.toContain('robin');
  });

  it('keeps what the rule was as its base, so that a change by somebody else shows as a conflict', () => {
    const theirs = { ...rule, description: 'theirs' };
    const { operations } = readBack(draftOf(update), [theirs]);
    expect(operations).toMatchObject([{ kind: 'update', ruleId: '17', base: { id: '17' }, content: edited }]);
    expect(operations[0]).not.toHaveProperty('base.description');
  });

  it('does not take a rule of another org for the same because it has the same number', () => {
    const other = makeRule({ id: '17', name: 'Prices', selector: '.price' });
    expect(readBack(draftOf(update), [other], 'o-OTHER-na1')).toMatchObject({
      operations: [],
      skipped: [{ name: 'Customer names', why: 'no-such-rule' }],
    });
    expect(readBack(draftOf(update), [other])).toMatchObject({ operations: [] });
    const same = makeRule({ id: '4' });
    expect(readBack(draftOf(update), [same], 'o-OTHER-na1').operations).toMatchObject([{ ruleId: '4' }]);
  });

  it('leaves out what is already so, and a built-in rule that it would delete', () => {
    const remove: DraftOperation = { kind: 'delete', ruleId: '17', base: rule };
    expect(readBack(draftOf(update), [{ ...rule, ...edited }]).skipped).toMatchObject([
      { why: 'says-so-already' },
    ]);
    expect(readBack(draftOf(remove), [{ ...rule, editable: 'description-only' }]).skipped).toMatchObject([
      { why: 'built-in' },
    ]);
  });

  const entry = {
    change: 'create',
    after: { name: 'x', source: { selector: '.x' }, operation: { action: 'MASK' } },
  };
  const action = entry.after.operation;
  const hostile: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a list', []],
    ['a rule file', { scrim: 1, rules: [] }],
    ['a later version', { scrimPatch: 2, changes: [entry] }],
    ['no changes', { scrimPatch: 1, changes: [] }],
    ['too many', { scrimPatch: 1, changes: Array.from({ length: 1_001 }, () => entry) }],
    ['a change without a rule', { scrimPatch: 1, changes: [{ change: 'update' }] }],
    ['another change', { scrimPatch: 1, changes: [{ ...entry, change: 'push' }] }],
    ['a prototype', JSON.parse('{"scrimPatch":1,"changes":[{"change":"create","after":{"__proto__":{}}}]}')],
    [
      'a selector that is no text',
      {
        scrimPatch: 1,
        changes: [{ change: 'create', after: { source: { selector: 7 }, operation: action } }],
      },
    ],
    [
      'a selector too long',
      {
        scrimPatch: 1,
        changes: [
          { change: 'create', after: { source: { selector: '.a'.repeat(2_000) }, operation: action } },
        ],
      },
    ],
    [
      'an unknown action',
      {
        scrimPatch: 1,
        changes: [
          { change: 'create', after: { source: { selector: '.a' }, operation: { action: 'RECORD' } } },
        ],
      },
    ],
    ['a name of a megabyte', { scrimPatch: 1, name: 'x'.repeat(1_000_000), changes: [entry] }],
  ];
  it.each(hostile)('refuses %s', (_what, json) => {
    expect(() => readPatch(json, { rules: [rule], org, newId })).toThrow(WireError);
  });
});
