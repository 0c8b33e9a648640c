// FullStory's settings API, and any server that speaks it (Scrim's own does). For the background and the CLI.
// `fetch` and the key are passed in; the key goes to one origin only and into no message.

import type { SettingsSource } from '../core/settings/settingsSource.ts';
import { apiOrigin } from './fullstory/apiOrigin.ts';
import { checkKeyRegion, checkOrgRegion } from './fullstory/checkRegion.ts';
import { createSend, type SendDeps } from './fullstory/createSend.ts';
import {
  createElementRule,
  deleteElementRule,
  getElementRule,
  updateElementRule,
} from './fullstory/elementRules.ts';
import { identify } from './fullstory/identify.ts';
import { createPrivacyHistory } from './fullstory/privacyHistory.ts';
import { readRuleSet } from './fullstory/readRuleSet.ts';
import { createRecordingReads } from './fullstory/recordingReads.ts';

/** `baseUrl`: `https://api.fullstory.com`, its eu1 twin, or a Scrim server. */
export type FullstorySourceDeps = SendDeps;

/** @throws {SettingsError} `invalid` when `baseUrl` is neither https nor this computer */
export function createFullstorySource(deps: FullstorySourceDeps): SettingsSource {
  const send = createSend(deps, checkKeyRegion);
  return {
    kind: 'fullstory',
    identify: async () => {
      const identity = await identify(send);
      checkOrgRegion(identity.orgId, apiOrigin(deps.baseUrl));
      return identity;
    },
    read: () => readRuleSet(send),
    readRule: (id) => getElementRule(send, id),
    create: (content, key) => createElementRule(send, content, key),
    update: (id, content) => updateElementRule(send, id, content),
    remove: (id) => deleteElementRule(send, id),
    history: createPrivacyHistory(send),
    recording: createRecordingReads(send),
  };
}
