import type { RuleMemory } from '../../../core/rot/matchMemory.ts';
import { redactAddress } from '../../../core/saved/redactAddress.ts';
import { shopAddress } from './fakePage.ts';

const at = '2026-11-19T09:00:00.000Z';
const page = redactAddress(shopAddress);

/** Last week: the order note had another version in its name, and the loyalty card was on another page. */
export const rememberedRules: readonly RuleMemory[] = [
  {
    ruleId: 'rule-6',
    selector: '.order-note-v2',
    pages: [
      {
        page,
        at,
        count: 1,
        sketches: [
          {
            tag: 'p',
            marks: [],
            words: ['order', 'note'],
            around: [
              { tag: 'section', marks: [], words: ['orders'] },
              { tag: 'main', marks: [], words: [] },
            ],
            inside: [],
            before: { tag: 'table', marks: [], words: [] },
            position: 1,
            text: 'short',
          },
        ],
      },
    ],
  },
  {
    ruleId: 'rule-2',
    selector: '.customer-email',
    pages: [{ page: 'https://shop.example.com/account', at, count: 3, sketches: [] }],
  },
];
