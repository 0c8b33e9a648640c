import { parseVersions, readPrivacyVersion } from '../../core/settings/fullstoryHistoryWire.ts';
import type { RuleHistory } from '../../core/settings/ruleHistory.ts';
import type { Send } from './createSend.ts';
import { historyPath } from './historyPath.ts';
import { understand } from './understand.ts';

/** The org's rules as they were: versions of the older privacy settings, which know rules by selector and group. */
export function createPrivacyHistory(send: Send): RuleHistory {
  return {
    async read(page) {
      const { json } = await send({ method: 'GET', path: historyPath('privacy', page) });
      return understand(() => parseVersions(json, readPrivacyVersion));
    },
  };
}
