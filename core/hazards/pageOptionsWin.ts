import type { Hazard } from './hazard.ts';

/** posthog-js lets what the page says win over the project's settings, with a warning in the console only. */
export const pageOptionsWin: Hazard = {
  id: 'page-options-win',
  severity: 'low',
  recorders: ['posthog'],
  unit: 'selectors',
  begin: ({ scan }, note) => ({
    channels: [],
    finish() {
      // Rules of a rule file have names of their own; an option is its own name.
      for (const [index, rule] of scan.rules.entries())
        if (rule.origin === 'custom' && rule.id === rule.list) note(-1, { rule: index, key: rule.id });
    },
  }),
};
