import type { Translate } from '../messages/translate.ts';
import { RuleAction, type RuleContent } from '../rules/rule.ts';
import { canonicalField, compareRules, type RuleField } from './compareRules.ts';
import { markdownCode } from './markdownCode.ts';
import type { ProposalDraft, ProposedChange } from './proposal.ts';
import type { ProposedPart } from './proposalLog.ts';

export interface DescribedChange {
  readonly part: ProposedPart;
  readonly changes: readonly ProposedChange[];
}

/**
 * A proposal for whoever decides on it, in Markdown: what becomes hidden and what becomes visible, rule by rule, then
 * what to look at. It is made of rules alone, so it holds no value of any page. The title has no word of a rule in it:
 * it becomes the message of a commit.
 */
export function describeProposal(
  all: readonly DescribedChange[],
  t: Translate,
): Pick<ProposalDraft, 'title' | 'description'> {
  const count = (kind: ProposedPart['kind']) => all.filter(({ part }) => part.kind === kind).length;
  const revealing = all.filter(({ part }) => part.weakenings.length > 0).length;
  const counts = (['create', 'update', 'delete'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => t(`proposal.count.${kind}`, { count: count(kind) }));
  const title = t('proposal.title', { counts: counts.join(', ') });
  const description = [
    revealing > 0 ? `**${t('proposal.revealing', { count: revealing })}**` : t('proposal.onlyHiding'),
    ...all.map((one, at) => ruleWords(one, at + 1, t)),
    `### ${t('proposal.review.title')}`,
    ['rules', 'visible', 'place', 'merge'].map((hint) => `- ${t(`proposal.review.${hint}`)}`).join('\n'),
    `<sub>${t('proposal.madeBy')}</sub>`,
  ].join('\n\n');
  return { title, description };
}

function ruleWords({ part, changes }: DescribedChange, number: number, t: Translate): string {
  const head = t(`proposal.part.${part.kind}`, { number, rule: markdownCode(part.name) });
  const lines = [
    ...effectWords(part, t),
    ...changes.flatMap(({ before, after }) => fieldWords(before, after, t)),
  ];
  return [`### ${head}`, lines.map((line) => `- ${line}`).join('\n')].join('\n\n');
}

function effectWords({ direction, weakenings }: ProposedPart, t: Translate): readonly string[] {
  return [
    ...(direction === 'stronger' || direction === 'mixed' ? [t('proposal.hidesMore')] : []),
    ...weakenings.map((one) => `**${t('proposal.becomesVisible')}** ${t(`weakening.${one}`)}`),
    ...(direction === 'same' && weakenings.length === 0 ? [t('proposal.sameForVisitors')] : []),
  ];
}

function fieldWords(before: RuleContent | null, after: RuleContent | null, t: Translate): readonly string[] {
  const line = (field: RuleField, words: string) => `${t(`field.${field}`)}: ${words}`;
  if (before && after) {
    return compareRules(before, after).map((field) =>
      line(field, `${valueWords(before, field, t)} → ${valueWords(after, field, t)}`),
    );
  }
  const rule = after ?? before;
  if (!rule) return [];
  const told: readonly RuleField[] = [
    'action',
    'selector',
    'exceptions',
    'scope',
    'platforms',
    'description',
  ];
  const consent = rule.action === RuleAction.unmask ? 'editor.consentUnmask' : 'editor.consentHide';
  return [
    ...told
      .filter((field) => !['', '[]'].includes(canonicalField(rule, field)))
      .map((field) => line(field, valueWords(rule, field, t))),
    ...(rule.consent ? [t(consent)] : []),
  ];
}

/** Words of the settings as words, what somebody wrote as code. */
function valueWords(rule: RuleContent, field: RuleField, t: Translate): string {
  const value = rule[field];
  const parts = Array.isArray(value) ? (value as readonly string[]) : [String(value ?? '')];
  const words = parts
    .filter((one) => one !== '')
    .map((one) => (t.has(`${field}.${one}`) ? t(`${field}.${one}`) : markdownCode(one)));
  return words.length === 0 ? t('draft.none') : words.join(', ');
}
