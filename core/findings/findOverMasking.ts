import type { CaptureScan } from '../capture/captureScan.ts';
import type { ActiveRule } from '../rules/activeRule.ts';
import { Possible } from '../treatment/treatment.ts';
import type { Finding } from './finding.ts';
import type { OverMasked, OverMaskingProposal, PlainContent } from './overMasked.ts';
import { type HiddenPlain, plainContent, tagOf } from './plainContent.ts';

/** A rule that hits fewer elements than this hits what somebody meant it to hit. */
const broadMatches = 20;
/** These hold no field here; on another page of the site they may, and what is typed there would show. */
const mayHoldFields: ReadonlySet<PlainContent> = new Set(['navigation', 'label', 'footer']);
const maxNodes = 50;
/** A longer selector is nobody's by hand; what is made of it could not be read either. */
const maxSelector = 200;
/** Selectors that are everywhere: below them is anywhere. */
const everywhere = new Set(['*', 'html', 'body', ':root']);

/**
 * What is hidden though nobody needs it hidden, by rule and kind, most of it first: replays without headings, buttons
 * and navigation cannot be read. A quieter list than the leaks, and no part of the verdict.
 *
 * @param findings of the same scan: nothing is listed that holds one
 */
export function findOverMasking(scan: CaptureScan, findings: readonly Finding[]): readonly OverMasked[] {
  const found = new Set(findings.flatMap(({ places }) => places.map(({ node }) => node)));
  const groups = new Map<string, HiddenPlain[]>();
  for (const hidden of plainContent(scan, found)) {
    if (isMeant(hidden, scan)) continue;
    const { winner = -1, possible = 0 } = scan.decisions[hidden.decision] ?? {};
    const key = `${winner} ${hidden.content} ${treatmentWord(possible)} ${isHitItself(hidden, scan)}`;
    groups.set(key, [...(groups.get(key) ?? []), hidden]);
  }
  return [...groups.values()].flatMap((members) => groupOf(members, scan)).sort((a, b) => b.count - a.count);
}

/** The rule names this very element, and few others: somebody decided that. */
function isMeant(hidden: HiddenPlain, scan: CaptureScan): boolean {
  const { winner = -1 } = scan.decisions[hidden.decision] ?? {};
  return isHitItself(hidden, scan) && winner >= 0 && (scan.matchCounts[winner] ?? 0) < broadMatches;
}

function isHitItself({ node, decision }: HiddenPlain, { decisions }: CaptureScan): boolean {
  return decisions[decision]?.node === node;
}

function treatmentWord(possible: Possible): OverMasked['treatment'] {
  return (possible & Possible.masked) !== 0 ? 'masked' : 'excluded';
}

function groupOf(members: readonly HiddenPlain[], scan: CaptureScan): OverMasked[] {
  const [first] = members;
  const decision = first && scan.decisions[first.decision];
  if (!decision) return [];
  const rule = scan.rules[decision.winner];
  const treatment = treatmentWord(decision.possible);
  const proposal =
    treatment === 'excluded' && rule ? ({ kind: 'narrow' } as const) : proposalFor(members, rule, scan);
  return [
    {
      content: first.content,
      ...(rule === undefined ? {} : { rule: rule.id }),
      treatment,
      count: members.length,
      nodes: members.slice(0, maxNodes).map(({ node }) => node),
      ...(proposal === undefined ? {} : { proposal }),
    },
  ];
}

function proposalFor(
  members: readonly HiddenPlain[],
  rule: ActiveRule | undefined,
  scan: CaptureScan,
): OverMaskingProposal | undefined {
  const [first] = members;
  if (!first || mayHoldFields.has(first.content) || showsMore(members, scan)) return undefined;
  const tags = [...new Set(members.map(({ tag }) => tag))].sort();
  const selector = tags.length === 1 ? (tags[0] ?? '') : `:is(${tags.join(', ')})`;
  if (rule?.origin === 'custom' && isHitItself(first, scan)) return { kind: 'exception', selector };
  const around = rule?.selector.trim() ?? '*';
  // Of all headings of a site nobody can tell from one page.
  if (isHitItself(first, scan) || everywhere.has(around) || around.length > maxSelector) return undefined;
  const scope = /[,\s>+~]/.test(around) ? `:is(${around})` : around;
  return { kind: 'unmask', selector: `${scope} ${selector}` };
}

/** Elements with these tags, hidden by the same rule, that are not listed: they may hold data. */
function showsMore(members: readonly HiddenPlain[], { nodes, decisions }: CaptureScan): boolean {
  const tags = new Set(members.map(({ tag }) => tag));
  const listed = new Set(members.map(({ node }) => node));
  const winner = decisions[members[0]?.decision ?? -1]?.winner;
  return nodes.some(
    ({ id, step, decision }) =>
      tags.has(tagOf(step)) && decisions[decision]?.winner === winner && !listed.has(id),
  );
}
