// What an org's settings were before, and what else decides about its recording, for the panel. It reads; nothing here
// can change a setting, and what it hands on holds no key.

import type { RecordingSettings } from '../core/settings/recordingSettings.ts';
import type { VersionPage } from '../core/settings/ruleHistory.ts';
import type { SettingsSource } from '../core/settings/settingsSource.ts';
import { guardOrg } from './guardOrg.ts';
import { type ConnectionDeps, openConnection, readConnection, whyClosed } from './settingsConnection.ts';

export interface HistoryDesk {
  /** Null: this source keeps no history that can be read. */
  readHistory(page?: string): Promise<VersionPage | null>;
  /** Null: this source does not tell. */
  readRecording(): Promise<RecordingSettings | null>;
}

/** Both reject with a `ProblemError` or a `SettingsError`. */
export function createHistoryDesk(deps: ConnectionDeps): HistoryDesk {
  return {
    async readHistory(page) {
      const { history } = await openPresent(deps);
      return history ? await history.read(page) : null;
    },
    async readRecording() {
      const { recording } = await openPresent(deps);
      return recording ? await recording.read() : null;
    },
  };
}

async function openPresent(deps: ConnectionDeps): Promise<SettingsSource> {
  const connection = await readConnection(deps);
  const source = await openConnection(deps, connection);
  if (!source) throw await whyClosed(deps, connection);
  return guardOrg(source, connection.orgId);
}
