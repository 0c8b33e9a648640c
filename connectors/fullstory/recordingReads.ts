// FullStory's recording settings beside the privacy rules, and their histories (fullstory.md e.3). Reads only: nothing
// of this is ever written.

import { parseVersions } from '../../core/settings/fullstoryHistoryWire.ts';
import { readRecordingPart } from '../../core/settings/fullstoryRecordingWire.ts';
import {
  type PartPage,
  type RecordingPart,
  type RecordingSettings,
  type RecordingSource,
  recordingParts,
} from '../../core/settings/recordingSettings.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import type { Send } from './createSend.ts';
import { historyPath } from './historyPath.ts';
import { understand } from './understand.ts';

/** Those that differ between web and mobile apps; web is the default, and is said all the same. */
const perPlatform: ReadonlySet<RecordingPart> = new Set(['domain', 'features']);

export function createRecordingReads(send: Send): RecordingSource {
  return {
    async read() {
      const parts = await Promise.all(recordingParts.map((part) => readPart(send, part)));
      return Object.assign({}, ...parts) as RecordingSettings;
    },
    async history(part, page) {
      const { json } = await send({
        method: 'GET',
        path: `${historyPath(part, page)}${platformOf(part, '&')}`,
      });
      return understand(() => parseVersions(json, readRecordingPart[part])) as PartPage<typeof part>;
    },
  };
}

/** What must not hide that the rules could be read: this key may not, or nobody understands the answer. */
const leftOut: ReadonlySet<SettingsError['code']> = new Set(['role-too-low', 'not-found', 'not-an-api']);

async function readPart(send: Send, part: RecordingPart): Promise<RecordingSettings> {
  try {
    const path = `/settings/recording/v1/${part}${platformOf(part, '?')}`;
    const { json } = await send({ method: 'GET', path });
    return { [part]: understand(() => readRecordingPart[part](json, '$')) };
  } catch (error) {
    if (error instanceof SettingsError && leftOut.has(error.code)) return {};
    throw error;
  }
}

function platformOf(part: RecordingPart, before: '?' | '&'): string {
  return perPlatform.has(part) ? `${before}platform=web` : '';
}
