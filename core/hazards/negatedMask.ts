import type { CaptureScan } from '../capture/captureScan.ts';
import { RuleAction } from '../rules/rule.ts';
import type { Hazard } from './hazard.ts';

/** Here every element that is hit has a decision of its own; elsewhere what is masked already is not decided anew. */
const decidesEachHit = new Set(['clarity', 'fullstory']);
const outermost = new Set(['html', 'body']);

/**
 * `:not(.safe)` hits `<html>` too, and a mask is inherited: what the negation spares is masked all the same. Holds for
 * every recorder that looks at ancestors.
 */
export const negatedMask: Hazard = {
  id: 'negated-mask',
  severity: 'medium',
  begin: (page, note) => ({
    channels: ['text'],
    read(record) {
      const decision = page.decisionOf(record);
      if (!decision || record.treatment !== 'masked' || !record.output?.trim()) return;
      const rule = page.scan.rules[decision.winner];
      if (rule?.action !== RuleAction.mask || !negates(rule.selector)) return;
      const isSpared = decidesEachHit.has(page.scan.profile)
        ? decision.node !== record.node
        : outermost.has(page.tagOf(decision.node)) && sparesSome(page.scan, decision.winner);
      if (isSpared) note(record.node, { rule: decision.winner });
    },
  }),
};

/** It hits fewer elements than there are: some were meant to be left out. */
function sparesSome({ matchCounts, nodes }: CaptureScan, rule: number): boolean {
  return (matchCounts[rule] ?? 0) < nodes.length - 1;
}

/** A negation that stands by itself or below something, of whatever element: its parents are hit as well. */
function negates(selector: string): boolean {
  return /(?:^|,|[^>+~ ] ) ?\*?:not\(/.test(selector.replace(/\s+/g, ' '));
}
