import { describe, expect, it } from 'vitest';
import type { Rule, RuleContent, RuleSet } from '../../../core/rules/rule.ts';
import type { DraftChange } from '../../../core/settings/draft.ts';
import { pendingPreviews } from '../../../core/settings/pendingPreviews.ts';
import { planPush } from '../../../core/settings/planPush.ts';
import type { PushMode, PushPlan } from '../../../core/settings/pushPlan.ts';
import { ruleContentOf } from '../../../core/settings/ruleContentOf.ts';
import { makeContent, makeRule, makeRuleSet } from './makeRule.ts';
import { runSteps } from './runSteps.ts';

let ids = 0;
function plan(mode: PushMode, current: RuleSet, ...changes: DraftChange[]): PushPlan {
  const draft = { changes, canUndo: true, canRedo: false };
  return planPush({ mode, draft, current, newId: () => `id${ids++}`, now: () => '2026-11-01T10:00:00Z' });
}

const rule = makeRule({ updatedBy: 'b@example.com', updatedAt: '2026-10-31T09:00:00Z' });
const edit = (changed: Partial<RuleContent>, base: Rule = rule): DraftChange => ({
  id: base.id,
  kind: 'update',
  base,
  content: { ...ruleContentOf(base), ...changed },
  keys: [`k-${base.id}`],
});
const removal = (base: Rule = rule): DraftChange => ({ id: base.id, kind: 'delete', base, keys: ['k'] });
const creation = (content: RuleContent): DraftChange => ({ id: 'd1', kind: 'create', content, keys: ['k'] });
const shown = (made: PushPlan) =>
  made.order.map((key) => {
    const step = made.planned.flatMap((one) => one.steps).find((one) => one.key === key);
    if (!step) return 'missing';
    return step.kind === 'delete'
      ? `delete ${step.ruleId}`
      : `${step.kind} ${step.content.name} ${step.content.scope}`;
  });
const pushed = (set: RuleSet, made: PushPlan) => runSteps(set, made).at(-1) ?? set;

describe('planPush', () => {
  it('names the fields, the person and the time when somebody changed the rule', () => {
    const theirs = { ...rule, selector: '.theirs', consent: true };
    const { planned, conflicts } = plan('live', makeRuleSet([theirs]), edit({ selector: '.mine' }));
    expect(planned).toEqual([]);
    expect(conflicts).toMatchObject([
      {
        kind: 'changed',
        theirs,
        fields: ['selector', 'consent'],
        changedBy: 'b@example.com',
        changedAt: '2026-10-31T09:00:00Z',
      },
    ]);
  });

  it('merges what somebody else changed in other fields, and says so', () => {
    const theirs = { ...rule, description: 'Theirs', exceptions: ['.vip'] };
    const made = plan('live', makeRuleSet([theirs]), edit({ action: 'exclude' }));
    expect(made.conflicts).toEqual([]);
    expect(made.planned).toMatchObject([
      {
        change: { base: theirs, content: { action: 'exclude', description: 'Theirs', exceptions: ['.vip'] } },
        weakenings: [],
        merged: {
          base: rule,
          drafted: { action: 'exclude', exceptions: [] },
          taken: ['description', 'exceptions'],
          overMine: ['exception-added'],
          changedBy: 'b@example.com',
        },
        steps: [{ kind: 'update', expected: theirs }],
      },
    ]);
  });

  it('does not merge by itself what together captures more than either wanted', () => {
    const theirs = { ...rule, selector: '.theirs' };
    const { conflicts } = plan('live', makeRuleSet([theirs]), edit({ action: 'unmask' }));
    expect(conflicts).toMatchObject([{ kind: 'changed', fields: ['selector'] }]);
    const stronger = plan('live', makeRuleSet([theirs]), edit({ action: 'exclude' }));
    expect([stronger.conflicts, stronger.planned[0]?.merged?.overMine]).toEqual([[], ['selector-changed']]);
  });

  it('does not merge into a rule that is being previewed: its twin says something else', () => {
    const first = pushed(
      makeRuleSet([rule]),
      plan('preview', makeRuleSet([rule]), edit({ selector: '.new' })),
    );
    for (const mode of ['live', 'preview'] as const) {
      const { conflicts } = plan(mode, first, edit({ description: 'Mine' }));
      expect(conflicts).toMatchObject([{ kind: 'changed', fields: ['scope'] }]);
    }
  });

  it('does not call a rule changed whose exceptions only came in another order', () => {
    const base = makeRule({ exceptions: ['.a', '.b'] });
    const made = plan(
      'live',
      makeRuleSet([{ ...base, exceptions: ['.b', '.a'] }]),
      edit({ name: 'Mine' }, base),
    );
    expect(made.conflicts).toEqual([]);
  });

  it('says when an edited rule is gone', () => {
    expect(plan('live', makeRuleSet([]), edit({ name: 'Mine' })).conflicts).toMatchObject([
      { kind: 'deleted' },
    ]);
  });

  it('writes nothing where the org already says the same', () => {
    const wanted = makeContent({ name: 'Mine' });
    const set = makeRuleSet([
      { ...rule, ...wanted },
      makeRule({ id: 'r2', ...makeContent({ name: 'Other' }) }),
    ]);
    const made = plan('live', set, edit({ name: 'Mine' }), creation(makeContent({ name: 'Other' })));
    expect(made.planned.map((one) => one.steps)).toEqual([[], []]);
  });

  it('creates a rule anew when the same draft deletes its double', () => {
    const made = plan('live', makeRuleSet([rule]), removal(), creation(ruleContentOf(rule)));
    expect(shown(made)).toEqual(['create Customer names all', 'delete r1']);
  });

  it('writes of a built-in only what its source lets be written', () => {
    const builtIn = makeRule({ groupId: '4', editable: 'description-scope-exceptions' });
    const set = makeRuleSet([builtIn], { groups: [{ id: '4', template: 'form-privacy' }] });
    expect(plan('live', set, edit({ exceptions: ['.b'] }, builtIn)).conflicts).toEqual([]);
    expect(plan('live', set, edit({ selector: '.b' }, builtIn)).conflicts).toMatchObject([
      { kind: 'read-only', fields: ['selector'] },
    ]);
    expect(plan('live', set, removal(builtIn)).conflicts).toMatchObject([{ kind: 'read-only' }]);
  });

  it('does not write back a rule that has words this version does not know', () => {
    const unknown = makeRule({ uncertain: 'doubt.unknown-scope' });
    expect(plan('live', makeRuleSet([unknown]), edit({ name: 'Mine' }, unknown)).conflicts).toMatchObject([
      { kind: 'read-only' },
    ]);
  });

  it('asks for the name of a rule that is weakened, as the org knows it', () => {
    const made = plan('live', makeRuleSet([rule]), edit({ name: 'Renamed', consent: true }));
    expect(made.planned).toMatchObject([{ weakenings: ['consent-added'], confirmName: 'Customer names' }]);
  });

  it('asks for nothing when previewing', () => {
    const made = plan('preview', makeRuleSet([rule]), edit({ action: 'unmask' }));
    expect(made.planned).toMatchObject([{ weakenings: [] }]);
    expect(made.planned[0]?.confirmName).toBeUndefined();
  });

  it('reckons with the scope that a group sets over its rules', () => {
    const builtIn = makeRule({ groupId: '4', editable: 'description-scope-exceptions', scope: 'none' });
    const groups = [{ id: '4', template: 'form-privacy', scopeOverride: 'all' }] as const;
    const change = edit({ exceptions: ['.b'] }, builtIn);
    expect(plan('live', makeRuleSet([builtIn], { groups }), change).planned).toMatchObject([
      { weakenings: ['exception-added'] },
    ]);
    expect(plan('preview', makeRuleSet([builtIn], { groups }), change).conflicts).toMatchObject([
      { kind: 'not-previewable' },
    ]);
  });

  it('previews an edit by a twin first and takes preview sessions from the original second', () => {
    const made = plan('preview', makeRuleSet([rule]), edit({ action: 'exclude' }));
    expect(shown(made)).toEqual(['create Customer names (preview) preview', 'update Customer names live']);
    expect(made.planned[0]?.steps[0]).toMatchObject({ twinOf: 'r1' });
  });

  it('keeps a name that leaves no room for the suffix, through promotion too', () => {
    const name = 'n'.repeat(250);
    const base = makeRule({ name });
    const set = makeRuleSet([base]);
    const previewed = pushed(set, plan('preview', set, edit({ action: 'exclude' }, base)));
    expect(previewed.rules.map((one) => one.name)).toEqual([name, name]);
    const promoted = pushed(previewed, plan('promote', previewed));
    expect(promoted.rules).toEqual([{ ...base, action: 'exclude' }]);
  });

  it('does not preview what has no room to say so', () => {
    const base = makeRule({ description: 'd'.repeat(1_000) });
    expect(plan('preview', makeRuleSet([base]), edit({ action: 'exclude' }, base)).conflicts).toMatchObject([
      { kind: 'not-previewable', fields: ['description'] },
    ]);
  });

  it('promotes: writes the original, then deletes the twin', () => {
    const set = makeRuleSet([rule]);
    const previewed = pushed(set, plan('preview', set, edit({ action: 'exclude', description: 'Why' })));
    const promotion = plan('promote', previewed);
    expect(shown(promotion)).toMatchObject([
      'update Customer names all',
      expect.stringMatching(/^delete made/),
    ]);
    expect(pushed(previewed, promotion).rules).toEqual([{ ...rule, action: 'exclude', description: 'Why' }]);
  });

  it('does not promote over an original that was changed since the twin was made', () => {
    const set = makeRuleSet([rule]);
    const previewed = pushed(set, plan('preview', set, edit({ action: 'exclude' })));
    const meddled = previewed.rules.map((one) => (one.id === 'r1' ? { ...one, exceptions: ['.vip'] } : one));
    const promotion = plan('promote', { ...previewed, rules: meddled });
    expect(promotion.planned).toEqual([]);
    expect(promotion.conflicts).toMatchObject([{ kind: 'changed', fields: ['exceptions'] }]);
  });

  it('asks for the name when what is promoted weakens', () => {
    const set = makeRuleSet([rule]);
    const previewed = pushed(set, plan('preview', set, edit({ action: 'unmask' })));
    expect(plan('promote', previewed).planned).toMatchObject([
      { weakenings: ['action-weaker'], confirmName: 'Customer names' },
    ]);
  });

  it('changes the twin when an edit is previewed again', () => {
    const set = makeRuleSet([rule]);
    const once = pushed(set, plan('preview', set, edit({ action: 'exclude' })));
    const original = once.rules.find((one) => one.id === 'r1') ?? rule;
    const again = plan('preview', once, edit({ selector: '.b' }, original));
    expect(shown(again)).toEqual(['update Customer names (preview) preview']);
    const promoted = pushed(pushed(once, again), plan('promote', pushed(once, again)));
    // What was previewed before is not taken away in silence.
    expect(promoted.rules).toEqual([{ ...rule, action: 'exclude', selector: '.b' }]);
    expect(again.planned[0]?.merged).toMatchObject({ taken: ['action'], replaced: [] });
  });

  it('takes the place of an earlier preview only in the fields it is about, and says so', () => {
    const set = makeRuleSet([rule]);
    const once = pushed(set, plan('preview', set, edit({ selector: '.a', description: 'First' })));
    const original = once.rules.find((one) => one.id === 'r1') ?? rule;
    const again = plan('preview', once, edit({ selector: '.b' }, original));
    expect(again.planned[0]?.merged).toMatchObject({ taken: ['description'], replaced: ['selector'] });
    const second = pushed(once, again);
    expect(pushed(second, plan('promote', second)).rules).toEqual([
      { ...rule, selector: '.b', description: 'First' },
    ]);
  });

  it('previews a new rule for preview sessions only and promotes it to the scope it was meant for', () => {
    const made = plan('preview', makeRuleSet([]), creation(makeContent({ scope: 'live' })));
    expect(shown(made)).toEqual(['create Customer names preview']);
    const previewed = pushed(makeRuleSet([]), made);
    expect(pushed(previewed, plan('promote', previewed)).rules).toMatchObject([
      makeContent({ scope: 'live' }),
    ]);
  });

  it('previews a deletion by taking preview sessions away, and deletes when promoted', () => {
    const set = makeRuleSet([rule]);
    const previewed = pushed(set, plan('preview', set, removal()));
    expect(previewed.rules).toMatchObject([{ id: 'r1', scope: 'live' }]);
    const promotion = plan('promote', previewed);
    expect(promotion.planned).toMatchObject([{ weakenings: ['deleted'], confirmName: 'Customer names' }]);
    expect(pushed(previewed, promotion).rules).toEqual([]);
  });

  it('withdraws previews so that the org is as it was', () => {
    const other = makeRule({ id: 'r2', name: 'Other', description: 'Why' });
    const set = makeRuleSet([rule, other]);
    const changes = [edit({ action: 'unmask' }), removal(other), creation(makeContent({ name: 'New' }))];
    const previewed = pushed(set, plan('preview', set, ...changes));
    expect(pendingPreviews(previewed)).toHaveLength(3);
    expect(pushed(previewed, plan('withdraw', previewed)).rules).toEqual(set.rules);
  });

  it('puts every strengthening before every weakening', () => {
    const other = makeRule({ id: 'r2', name: 'Other' });
    const set = makeRuleSet([rule, other]);
    const made = plan(
      'live',
      set,
      removal(),
      edit({ action: 'exclude' }, other),
      creation(makeContent({ name: 'New' })),
    );
    expect(shown(made)).toEqual(['update Other all', 'create New all', 'delete r1']);
  });

  it('takes two rules that trade selectors apart, so that neither place is ever uncovered', () => {
    const [a, b] = [
      makeRule({ id: 'a', name: 'A', selector: '.a' }),
      makeRule({ id: 'b', name: 'B', selector: '.b' }),
    ];
    const made = plan('live', makeRuleSet([a, b]), edit({ selector: '.b' }, a), edit({ selector: '.a' }, b));
    expect(shown(made)).toEqual(['create A all', 'create B all', 'delete a', 'delete b']);
  });
});
