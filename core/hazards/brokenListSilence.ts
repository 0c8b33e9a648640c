import type { Hazard } from './hazard.ts';

/** Lists whose error is swallowed at the first look and not later on: what changes is lost. */
const askedAtEveryChange = new Set(['blockSelector', 'unblock', 'unmask']);

/**
 * A broken block list is asked again at every change, and there its error ends the work on all changes (rrweb's
 * `isBlocked`, the same with Sentry's `unblock`); Sentry's broken `unmask` ends the whole recording.
 */
export const brokenListSilence: Hazard = {
  id: 'broken-list-silence',
  severity: 'medium',
  unit: 'selectors',
  begin: ({ scan }, note) => ({
    channels: [],
    finish() {
      for (const [index, { kind, list }] of scan.problems.entries())
        if (kind === 'disables-list' && askedAtEveryChange.has(list ?? '')) note(-1, { key: String(index) });
    },
  }),
};
