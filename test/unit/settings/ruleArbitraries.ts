// Small made-up orgs and edits of them, for property tests. Selectors are single letters that elements either have or not.
import fc from 'fast-check';
import type { Rule, RuleContent, RuleGroup, RuleSet } from '../../../core/rules/rule.ts';
import type { DraftChange } from '../../../core/settings/draft.ts';

export const letters = ['a', 'b', 'c', 'd'] as const;

const scopes = fc.constantFrom('all', 'live', 'preview', 'none' as const);
const someLetters = fc.subarray([...letters], { maxLength: 2 });

export const anyContent: fc.Arbitrary<RuleContent> = fc.record({
  name: fc.constantFrom('Names', 'Cards', 'Notes', 'x'.repeat(256)),
  description: fc.constantFrom('', 'Set up by the web team'),
  selector: fc.constantFrom(...letters),
  exceptions: someLetters,
  action: fc.constantFrom('exclude', 'mask', 'unmask' as const),
  consent: fc.boolean(),
  scope: scopes,
  platforms: fc.subarray(['web', 'ios'] as const, { minLength: 1 }),
});

function ruleAt(id: number, content: RuleContent, builtIn: boolean): Rule {
  const group = builtIn
    ? ({ groupId: '7', editable: 'description-scope-exceptions' } as const)
    : ({ groupId: '0', editable: 'any' } as const);
  return { ...content, id: `r${id}`, ...group };
}

const anyGroup: fc.Arbitrary<RuleGroup> = fc
  .option(scopes)
  .map((scope) => ({ id: '7', template: 'form-privacy', ...(scope && { scopeOverride: scope }) }));

export const anyRuleSet: fc.Arbitrary<RuleSet> = fc
  .tuple(fc.array(fc.tuple(anyContent, fc.nat(2)), { minLength: 1, maxLength: 4 }), anyGroup, fc.boolean())
  .map(([contents, group, privateByDefault]) => ({
    rules: contents.map(([content, kind], at) => ruleAt(at, content, kind === 0)),
    groups: [group],
    privateByDefault,
    gaps: [],
  }));

/** An edit usually keeps most of a rule: one to three fields of `wanted` are taken over. */
const anyEdit = fc.tuple(
  anyContent,
  fc.subarray(
    ['name', 'description', 'selector', 'exceptions', 'action', 'consent', 'scope', 'platforms'] as const,
    { minLength: 1, maxLength: 3 },
  ),
);

function changeOf(
  rule: Rule,
  [wanted, fields]: readonly [RuleContent, readonly (keyof RuleContent)[]],
): DraftChange {
  const { id, groupId: _group, editable: _editable, ...base } = rule;
  const taken = Object.fromEntries(fields.map((field) => [field, wanted[field]]));
  return { id, kind: 'update', base: rule, content: { ...base, ...taken } as RuleContent, keys: [`k-${id}`] };
}

/** An org and up to one change per rule of it, plus new rules. */
export const anyOrgAndDraft = anyRuleSet.chain((ruleSet) =>
  fc
    .tuple(
      fc.tuple(
        ...ruleSet.rules.map(() => fc.tuple(fc.constantFrom('keep', 'edit', 'edit', 'delete'), anyEdit)),
      ),
      fc.array(anyContent, { maxLength: 2 }),
    )
    .map(([edits, created]) => {
      const changes = ruleSet.rules.flatMap((rule, at): readonly DraftChange[] => {
        const [kind, edit] = edits[at] ?? ['keep'];
        if (kind === 'keep' || !edit) return [];
        if (kind === 'delete') return [{ id: rule.id, kind: 'delete', base: rule, keys: [`k-${rule.id}`] }];
        return [changeOf(rule, edit)];
      });
      const news = created.map(
        (content, at): DraftChange => ({ id: `d${at}`, kind: 'create', content, keys: [`k-d${at}`] }),
      );
      return { ruleSet, draft: { changes: [...changes, ...news], canUndo: true, canRedo: false } };
    }),
);
