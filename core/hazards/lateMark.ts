import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { ActiveRule } from '../rules/activeRule.ts';
import { RuleAction } from '../rules/rule.ts';
import { hasWords } from './contentOfAttribute.ts';
import type { Hazard } from './hazard.ts';
import type { HazardPage } from './hazardPage.ts';

/**
 * A class or mark that hides an element came when the element was recorded already. What was sent before stays sent;
 * Clarity never looks again, the rrweb family does not look above a text's parent for blocks.
 */
export const lateMark: Hazard = {
  id: 'late-mark',
  severity: 'high',
  begin(page, note) {
    const marks = page.scan.rules.flatMap(simpleMarks);
    const marked = new Map<number, number>();
    const sent = new Set<number>();
    return {
      channels: page.hasChanges() ? ['attribute', 'text'] : [],
      read(record) {
        const { channel, moment, node, name, output, treatment } = record;
        if (channel === 'text') {
          const isShown = page.winnerOf(record)?.action === RuleAction.unmask;
          if (treatment !== 'captured' || isShown || !hasWords(output ?? '')) return;
          sent.add(node);
          const rule = moment === 'mutation' ? blockAbove(page, record) : undefined;
          if (rule !== undefined) note(node, { rule });
        } else if (moment === 'mutation' && output !== null) {
          const mark = marks.find((known) => known.isIn(name ?? '', output));
          if (mark) marked.set(node, page.scan.rules.indexOf(mark.rule));
        }
      },
      finish() {
        if (marked.size === 0) return;
        const found = new Map<number, number>();
        for (const node of sent) {
          for (const { id } of page.upFrom(node)) {
            const rule = marked.get(id);
            if (rule !== undefined) found.set(id, rule);
          }
        }
        for (const [node, rule] of found) note(node, { rule });
      },
    };
  },
};

/** A block that is around the text now and was not asked for. */
function blockAbove(page: HazardPage, record: IndexedRecord): number | undefined {
  const losers = page.decisionOf(record)?.losers ?? [];
  // Beside an unblock rule a block has lost on purpose.
  if (losers.some((rule) => page.scan.rules[rule]?.action === RuleAction.unspecified)) return undefined;
  return losers.find((rule) => page.scan.rules[rule]?.action === RuleAction.exclude);
}

interface Mark {
  readonly rule: ActiveRule;
  isIn(attribute: string, value: string): boolean;
}

/** The parts of a selector that are one class or one attribute: only of those can a record tell that they match. */
function simpleMarks(rule: ActiveRule): Mark[] {
  if (rule.action !== RuleAction.mask && rule.action !== RuleAction.exclude) return [];
  return rule.selector.split(',').flatMap((part): Mark[] => {
    const [, className] = /^\.([\w-]+)$/.exec(part.trim()) ?? [];
    const [, attribute, , value] = /^\[([\w-]+)(="?([\w-]*)"?)?\]$/.exec(part.trim()) ?? [];
    if (className !== undefined)
      return [{ rule, isIn: (name, given) => name === 'class' && given.split(/\s+/).includes(className) }];
    if (attribute === undefined) return [];
    return [{ rule, isIn: (name, given) => name === attribute && (value === undefined || given === value) }];
  });
}
