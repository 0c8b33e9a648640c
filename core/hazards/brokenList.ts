import type { Hazard } from './hazard.ts';

/**
 * One selector that is invalid takes its whole list with it: `matches` of the joined list throws, and the recorder
 * swallows the error. In Clarity it takes all entries after it.
 */
export const brokenList: Hazard = {
  id: 'broken-list',
  severity: 'critical',
  unit: 'selectors',
  isRuleProblem: true,
  begin: ({ scan }, note) => ({
    channels: [],
    finish() {
      for (const [index, { kind }] of scan.problems.entries())
        if (kind === 'disables-list' || kind === 'list-disabled') note(-1, { key: String(index) });
    },
  }),
};
