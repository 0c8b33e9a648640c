// Where connections are made, tested, chosen and ended, and their keys remembered, locked and forgotten, for the settings
// service of one connection. What an organisation's policy forbids is refused here, not only hidden on a page.

import type { ConnectionStatus } from '../core/connections/connectionInfo.ts';
import { type ConnectionList, connectionOf, withSiteChoice } from '../core/connections/connectionList.ts';
import { sourceIdOf } from '../core/connections/sourceIdOf.ts';
import type {
  BackgroundRequests,
  ConnectionInfo,
  ConnectRequest,
  KeyChange,
  SettingsState,
} from '../core/protocol.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { readConnection, readConnections, writeConnections } from './connectionStore.ts';
import { checkKeyUse } from './policyCheck.ts';
import { ProblemError } from './problemError.ts';
import { problemOf } from './problemOf.ts';
import { readCache } from './settingsCache.ts';
import { askAgain, connectOrg, disconnectOrg, keySlotOf } from './settingsConnection.ts';
import type { SettingsServiceDeps } from './settingsDeps.ts';

export interface ConnectionDesk {
  /** Answers with the settings of what was connected. */
  connect(request: ConnectRequest): Promise<SettingsState>;
  /** Answers with the settings of what is the default then. */
  disconnect(): Promise<SettingsState>;
  listConnections(): Promise<ConnectionOverview>;
  testConnection(): Promise<SettingsState>;
  /** Answers with the settings of that connection. */
  makeDefault(id: string): Promise<SettingsState>;
  chooseForSite(site: string, id: string | null): Promise<SettingsState>;
  changeKeys(change: KeyChange): Promise<SettingsState>;
}

type ConnectionOverview = BackgroundRequests['connections/list']['reply'];

/** What of a settings service is asked when something was changed. */
export interface Told {
  state(): Promise<SettingsState>;
  refresh(): Promise<SettingsState>;
}

export interface ConnectionDeskDeps extends SettingsServiceDeps {
  /** The service of a connection. */
  readonly told: (id: string) => Told;
  /** That of this desk. */
  readonly own: Told;
  /** @throws {ProblemError} `push-running` */
  readonly unlessPushing: () => void;
}

/** All reject with a `ProblemError` or a `SettingsError`, or because storage fails. */
export function createConnectionDesk(deps: ConnectionDeskDeps): ConnectionDesk {
  const { listTurns = createTurns(), storage, told, own, unlessPushing } = deps;
  const changeList = (change: (list: ConnectionList) => ConnectionList, id: string | null) =>
    listTurns(async () => {
      const list = await readConnections(storage);
      if (id !== null && !connectionOf(list, id)) throw new ProblemError('connection-gone');
      await writeConnections(storage, change(list));
    });
  return {
    connect: async (request) => {
      unlessPushing();
      const connection = await listTurns(() => connectOrg(deps, request));
      const notRemembered = await (request.remember === true ? remember(deps, connection) : Promise.resolve())
        .then(() => undefined)
        .catch(problemOf);
      const state = await told(connection.id).refresh();
      // The connection works all the same, for this session.
      return notRemembered && !state.problem ? { ...state, problem: notRemembered } : state;
    },
    disconnect: async () => {
      unlessPushing();
      await listTurns(() => disconnectOrg(deps));
      return told((await readConnections(storage)).defaultId).state();
    },
    listConnections: () => listStatus(deps),
    testConnection: async () => {
      await listTurns(() => askAgain(deps));
      return own.refresh();
    },
    makeDefault: async (id) => {
      await changeList((list) => ({ ...list, defaultId: id }), id);
      return told(id).state();
    },
    chooseForSite: async (site, id) => {
      await changeList((list) => withSiteChoice(list, site, id), id);
      return id === null ? own.state() : told(id).state();
    },
    changeKeys: async (change) => {
      unlessPushing();
      await changeKeys(deps, change);
      return own.state();
    },
  };
}

async function listStatus(deps: SettingsServiceDeps): Promise<ConnectionOverview> {
  const { connections } = await readConnections(deps.storage);
  const status = async (connection: ConnectionInfo): Promise<ConnectionStatus> => {
    const { ruleSet, readAt } = await readCache(deps.storage, sourceIdOf(connection));
    const key = await deps.vault.stateOf(keySlotOf(connection));
    return {
      id: connection.id,
      key,
      rules: ruleSet.rules.length,
      ...(readAt === undefined ? {} : { readAt }),
    };
  };
  return { connections: await Promise.all(connections.map(status)), isLocked: await deps.vault.isLocked() };
}

async function changeKeys(deps: SettingsServiceDeps, change: KeyChange): Promise<void> {
  const { vault } = deps;
  switch (change) {
    case 'lock':
      return vault.lock();
    case 'unlock':
      await vault.unlock();
      // Pushes may have waited for a key.
      return deps.scheduleSettle(0);
    case 'forget-all':
      return vault.forget();
    case 'forget':
      return vault.forget(keySlotOf(await readConnection(deps)));
    case 'remember':
      return remember(deps, await readConnection(deps));
  }
}

/** @throws {ProblemError} `policy-remember`, `policy-broken`, and what the vault says */
async function remember(deps: SettingsServiceDeps, connection: ConnectionInfo): Promise<void> {
  await checkKeyUse(deps, { remembers: true });
  await deps.vault.remember(keySlotOf(connection));
}
