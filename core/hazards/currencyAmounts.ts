import { RuleAction } from '../rules/rule.ts';
import type { Hazard } from './hazard.ts';

/** What stands for a hidden digit. */
const hiddenDigit = '▫';
const sign = /\p{Sc}/u;

/**
 * A word with a currency sign keeps its digits in Clarity's Balanced mode, where other numbers are hidden
 * (core/scrub.ts). Said only where numbers were hidden: a list of prices is no surprise.
 */
export const currencyAmounts: Hazard = {
  id: 'currency-amounts',
  severity: 'low',
  recorders: ['clarity'],
  begin(page, note) {
    const amounts = new Set<number>();
    let hidesNumbers = false;
    return {
      channels: ['text'],
      read(record) {
        const output = record.output ?? '';
        hidesNumbers ||= output.includes(hiddenDigit);
        if (record.treatment !== 'captured' || page.winnerOf(record)?.action === RuleAction.unmask) return;
        if (sign.test(output) && output.split(/\s/).some(isAmount)) amounts.add(record.node);
      },
      finish() {
        if (hidesNumbers) for (const node of amounts) note(node);
      },
    };
  },
};

/** A word with a sign and a digit. */
function isAmount(word: string): boolean {
  return sign.test(word) && /\d/.test(word);
}
