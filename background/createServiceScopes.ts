// One settings service for each connection, made when it is first asked for: edits and pushes of one connection take
// turns among themselves and never end up with another's.

import { localConnection } from '../core/connections/connectionInfo.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { readConnection, readConnections } from './connectionStore.ts';
import { createHistoryDesk, type HistoryDesk } from './historyDesk.ts';
import { createMatchMemoryStore, type MatchMemoryStore } from './matchMemoryStore.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';
import { createSettingsService, type SettingsService } from './settingsService.ts';

export interface ServiceScope {
  readonly service: SettingsService;
  readonly matches: MatchMemoryStore;
  readonly history: HistoryDesk;
}

export interface ServiceScopes {
  /**
   * The services of a connection; without an id, of the one that is the default now.
   *
   * @throws {ProblemError} `connection-gone`
   */
  of(connection: string | undefined): Promise<ServiceScope>;
  /** Takes up pushes that a dead worker, or a source that could not be reached, left open: of every connection. */
  settleInFlight(): Promise<void>;
  /** Is any connection being written to? */
  isPushing(): boolean;
}

export function createServiceScopes(
  deps: Omit<SettingsServiceDeps, 'connectionId' | 'serviceOf'>,
): ServiceScopes {
  const made = new Map<string, ServiceScope>();
  const { listTurns = createTurns() } = deps;
  const scopeOf = (connectionId: string): ServiceScope => {
    const known = made.get(connectionId);
    if (known) return known;
    const own = { ...deps, connectionId, listTurns, serviceOf: (id: string) => scopeOf(id).service };
    const scope = {
      service: createSettingsService(own),
      matches: createMatchMemoryStore(own),
      history: createHistoryDesk(own),
    };
    made.set(connectionId, scope);
    return scope;
  };
  return {
    of: async (connection) => {
      const { id } = await readConnection({
        storage: deps.storage,
        ...(connection === undefined ? {} : { connectionId: connection }),
      });
      return scopeOf(id);
    },
    isPushing: () => [...made.values()].some(({ service }) => service.isPushing()),
    settleInFlight: async () => {
      const { connections } = await readConnections(deps.storage);
      const failed: unknown[] = [];
      for (const { id } of [localConnection, ...connections]) {
        // One that cannot be reached must not keep the others from being settled.
        await scopeOf(id)
          .service.settleInFlight()
          .catch((error: unknown) => failed.push(error));
      }
      if (failed.length > 0) throw failed[0];
    },
  };
}
