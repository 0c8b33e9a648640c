import { describe, expect, it } from 'vitest';
import type { RuleContent } from '../../../core/rules/rule.ts';
import { serializeFullstoryRule } from '../../../core/settings/fullstoryWire.ts';
import { planPush } from '../../../core/settings/planPush.ts';
import type { FaultOrg, WireRule, WireWrite } from '../../faults/createFaultServer.ts';
import { type Evidence, judgeRun } from '../../faults/judgeRun.ts';
import type { OwnAct } from '../../faults/runLog.ts';
import { makeContent, makeRule, makeRuleSet } from '../settings/makeRule.ts';

const wire = (id: string, content: RuleContent) =>
  ({ id, ...serializeFullstoryRule(content) }) as unknown as WireRule;
const rule = makeRule({ id: 'r1', description: 'tk0001x' });
const start = wire('r1', rule);
const mine = { ...rule, selector: '.tk0002x' };
const act: OwnAct = {
  at: 1,
  browser: 'A',
  kind: 'edit',
  ruleId: 'r1',
  field: 'selector',
  token: 'tk0002x',
  savedAt: 2,
};

/** The plan of A's edit, made on the rule as it was in the beginning, and confirmed before any write. */
const plan = planPush({
  mode: 'live',
  draft: {
    changes: [{ id: 'r1', kind: 'update', base: rule, content: mine, keys: ['k'] }],
    canUndo: true,
    canRedo: false,
  },
  current: makeRuleSet([rule]),
  newId: () => 'id',
  now: () => '2026-11-01T10:00:00Z',
});

function judged(
  writes: readonly Partial<WireWrite>[],
  changed: Partial<Evidence> & { acts?: OwnAct[] } = {},
) {
  const rules = new Map([['r1', start]]);
  const taken = writes.map((write, seq): WireWrite => {
    const ruleId = write.ruleId ?? 'r1';
    const before = rules.get(ruleId);
    if (write.after) rules.set(ruleId, write.after);
    else rules.delete(ruleId);
    return { seq, by: 'A', ruleId, before, after: undefined, idempotencyKey: null, readAt: 0, ...write };
  });
  return judgeRun({
    log: { acts: changed.acts ?? [act], confirmed: [{ browser: 'A', plan, writesBefore: 0 }], tick: 9 },
    org: { writes: taken, rules } as unknown as FaultOrg,
    before: new Map([['r1', start]]),
    drafts: new Map(),
    countsRevisions: true,
    ...changed,
  });
}

const written = { after: wire('r1', mine) };
const theirs = { ...rule, description: 'tk0003x' };
const clean = { lost: [], doubled: [], overwritten: [], unconfirmed: [], inTheGap: 0 };

describe('the judge of the fault runs', () => {
  it('finds nothing where an edit was confirmed, written once and overwrote nobody', () => {
    expect(judged([written])).toEqual(clean);
  });

  it('finds an edit that was said to be saved and is nowhere', () => {
    expect(judged([]).lost).toEqual(['edit of selector tk0002x in A']);
    expect(judged([], { drafts: new Map([['A', '.tk0002x']]) })).toEqual(clean);
    expect(judged([], { acts: [{ ...act, savedAt: undefined } as unknown as OwnAct] })).toEqual(clean);
    const undone: OwnAct = { at: 3, browser: 'A', kind: 'undo' };
    expect(judged([], { acts: [act, undone] })).toEqual(clean);
    expect(judged([], { acts: [act, { ...undone, browser: 'B' }] }).lost).toHaveLength(1);
  });

  it('finds what a colleague wrote after the plan, and the push took away', () => {
    const byColleague = { by: 'colleague', after: wire('r1', theirs) };
    expect(judged([byColleague, { ...written, readAt: 1 }]).overwritten).toEqual([
      'tk0003x in description by write 1 of A',
    ]);
  });

  it('counts apart what nobody can see at a source without revisions', () => {
    const byColleague = { by: 'colleague', after: wire('r1', theirs) };
    expect(judged([byColleague, { ...written, readAt: 0 }], { countsRevisions: false })).toEqual({
      ...clean,
      inTheGap: 1,
    });
    expect(
      judged([byColleague, { ...written, readAt: 1 }], { countsRevisions: false }).overwritten,
    ).toHaveLength(1);
  });

  it('finds a step that took effect twice, and a rule that was made twice', () => {
    const back = { by: 'colleague', after: start };
    expect(judged([written, back, written]).doubled).toHaveLength(1);
  });

  it('finds a write that nobody confirmed', () => {
    expect(judged([{ after: wire('r1', { ...mine, action: 'unmask' }) }]).unconfirmed).toHaveLength(1);
    expect(judged([{ ruleId: 'r9', after: wire('r9', makeContent()) }]).unconfirmed).toHaveLength(1);
  });
});
