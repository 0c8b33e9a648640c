import type { Hazard } from './hazard.ts';

/** What the page writes to its console travels with the replay; no rule reaches it (Sentry, OpenReplay). */
export const consoleSent: Hazard = {
  id: 'console-sent',
  severity: 'medium',
  unit: 'messages',
  begin(_page, note) {
    let count = 0;
    return {
      channels: ['console'],
      read({ treatment, output }) {
        if (treatment !== 'captured' || !output) return;
        count += 1;
        note(-1, { key: String(count) });
      },
    };
  },
};
