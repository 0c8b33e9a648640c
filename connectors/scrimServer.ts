// Scrim's own settings server: FullStory's API with revisions, history and proposals. For the background and the CLI.
// What both servers share is done by the same code; the key goes to one origin only and into no message.

import type { Rule } from '../core/rules/rule.ts';
import type { SettingsSource } from '../core/settings/settingsSource.ts';
import { createSend, type Send, type SendDeps } from './fullstory/createSend.ts';
import {
  createElementRule,
  deleteElementRule,
  getElementRule,
  updateElementRule,
} from './fullstory/elementRules.ts';
import { createPrivacyHistory } from './fullstory/privacyHistory.ts';
import { readRuleSet } from './fullstory/readRuleSet.ts';
import { createRecordingReads } from './fullstory/recordingReads.ts';
import { identifyAtScrim } from './scrim/identify.ts';
import { createScrimProposals } from './scrim/proposals.ts';

/** `baseUrl`: where the server is reached; only its origin is used. */
export type ScrimServerSourceDeps = SendDeps;

/** @throws {SettingsError} `invalid` when `baseUrl` is neither https nor this computer */
export function createScrimServerSource(deps: ScrimServerSourceDeps): SettingsSource {
  const send = createSend(deps);
  return {
    kind: 'scrim',
    identify: () => identifyAtScrim(send),
    read: () => readRuleSet(send),
    readRule: (id) => getElementRule(send, id),
    create: (content, key) => createElementRule(send, content, key),
    update: (id, content, expected) => updateElementRule(basedOn(send, expected), id, content),
    remove: (id, expected) => deleteElementRule(basedOn(send, expected), id),
    history: createPrivacyHistory(send),
    recording: createRecordingReads(send),
    proposals: createScrimProposals(send),
  };
}

/** Says with every write which state it is based on. Without one the server decides whether it takes the write. */
function basedOn(send: Send, expected: Rule | undefined): Send {
  const revision = expected?.revision;
  if (revision === undefined) return send;
  return (call) => send(call.method === 'GET' ? call : { ...call, headers: { 'If-Match': revision } });
}
