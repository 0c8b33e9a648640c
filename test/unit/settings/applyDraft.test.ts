import { describe, expect, it } from 'vitest';
import { applyDraft } from '../../../core/settings/applyDraft.ts';
import type { DraftChange } from '../../../core/settings/draft.ts';
import { makeContent, makeRule, makeRuleSet } from './makeRule.ts';

const rule = makeRule({ id: 'r1', description: 'Words', groupId: '4', updatedAt: '2026-11-01T10:00:00Z' });
const apply = (...changes: DraftChange[]) =>
  applyDraft(makeRuleSet([rule]), { changes, canUndo: true, canRedo: false }).rules;

describe('applyDraft', () => {
  it('replaces what a person wrote and keeps who the rule is', () => {
    const content = makeContent({ selector: '.b' });
    const { description: _dropped, ...kept } = rule;
    expect(apply({ id: 'r1', kind: 'update', base: rule, content, keys: [] })).toEqual([
      { ...kept, ...content },
    ]);
  });

  it('adds a created rule under its draft id, free to edit', () => {
    const content = makeContent({ name: 'New' });
    expect(apply({ id: 'd1', kind: 'create', content, keys: [] })).toEqual([
      rule,
      { ...content, id: 'd1', groupId: '0', editable: 'any' },
    ]);
  });

  it('leaves out a deleted rule', () => {
    expect(apply({ id: 'r1', kind: 'delete', base: rule, keys: [] })).toEqual([]);
  });

  it('does not bring back a rule that somebody else deleted', () => {
    const gone = makeRule({ id: 'gone' });
    expect(apply({ id: 'gone', kind: 'update', base: gone, content: makeContent(), keys: [] })).toEqual([
      rule,
    ]);
  });
});
