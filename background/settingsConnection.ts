import { apiOrigin } from '../connectors/fullstory/apiOrigin.ts';
import type { ConfigurationExport, ConnectionInfo } from '../core/connections/connectionInfo.ts';
import { withConnection, withoutConnection } from '../core/connections/connectionList.ts';
import { sourceIdOf } from '../core/connections/sourceIdOf.ts';
import { keyRefusal } from '../core/policy/checkPolicy.ts';
import type { ConnectRequest } from '../core/protocol.ts';
import { SettingsError, type SettingsSource, type SourceIdentity } from '../core/settings/settingsSource.ts';
import { readConnection, readConnections, writeConnections } from './connectionStore.ts';
import type { JournalStorage } from './journalStorage.ts';
import type { KeySlot, KeyVault } from './keyVault.ts';
import { checkKeyUse, type PolicyDeps, policyOf } from './policyCheck.ts';
import { ProblemError } from './problemError.ts';

/** How to reach a settings source. */
export type SourceAddress =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'fullstory' | 'scrim';
      readonly baseUrl: string;
      readonly getKey: () => string;
    }
  | {
      readonly kind: 'github';
      readonly baseUrl: string;
      readonly repository: string;
      readonly branch?: string;
      readonly path: string;
      readonly exports?: readonly ConfigurationExport[];
      readonly getKey: () => string;
    };

export interface ConnectionDeps extends PolicyDeps {
  readonly storage: JournalStorage;
  readonly vault: KeyVault;
  readonly openSource: (address: SourceAddress) => SettingsSource;
  /** UUID v4. */
  readonly newId: () => string;
  /** The connection that these are the settings of; absent: the default one, whichever that is by then. */
  readonly connectionId?: string;
}

export { readConnection } from './connectionStore.ts';
export { sourceIdOf };

/** Where the key of a connection is kept, and the one origin it is for. */
export function keySlotOf({ id, baseUrl }: Pick<ConnectionInfo, 'id' | 'baseUrl'>): KeySlot {
  return { connection: id, origin: originIn(baseUrl) };
}

/** '' where there is no address: no key is for that. */
function originIn(baseUrl: string | undefined): string {
  return URL.parse(baseUrl ?? '')?.origin ?? '';
}

/** The source behind a connection; undefined when its key is not there (any more), or locked. */
export async function openConnection(
  deps: ConnectionDeps,
  connection: ConnectionInfo,
): Promise<SettingsSource | undefined> {
  const { vault, openSource } = deps;
  if (connection.kind === 'local') return openSource({ kind: 'local' });
  // It may have been connected before the organisation said that it must not be.
  if (await policyRefusal(deps, connection)) return undefined;
  const key = await vault.read(keySlotOf(connection));
  return key === undefined ? undefined : openSource(addressOf(connection, () => key));
}

async function policyRefusal(deps: ConnectionDeps, { baseUrl, orgId }: ConnectionInfo) {
  return keyRefusal(await policyOf(deps), { settingsOrigin: originIn(baseUrl), org: orgId });
}

/** Why there is no source behind a connection, which needs a key. */
export async function whyClosed(deps: ConnectionDeps, connection: ConnectionInfo): Promise<ProblemError> {
  const refusal = await policyRefusal(deps, connection);
  if (refusal) return new ProblemError(refusal);
  const state = await deps.vault.stateOf(keySlotOf(connection));
  if (state === 'locked') return new ProblemError('key-locked');
  return new ProblemError(state === 'unreadable' ? 'key-unreadable' : 'key-missing');
}

/** Keys are printable ASCII; anything else was not copied right, and a line break could forge a header. */
const keyPattern = /^[\x21-\x7e]{1,4096}$/;

/**
 * Tests a key by asking whose it is, and remembers both if that works. Nothing changes if it does not.
 *
 * @returns the connection, which is the default one now
 * @throws {ProblemError} `bad-address`, `bad-key` @throws {SettingsError} what the source answered
 */
export async function connectOrg(deps: ConnectionDeps, request: ConnectRequest): Promise<ConnectionInfo> {
  const place = placeOf(request);
  const key = request.key.trim();
  if (!keyPattern.test(key)) throw new ProblemError('bad-key');
  await checkKeyUse(deps, { settingsOrigin: originIn(place.baseUrl) });
  const asked = { ...place, id: deps.newId(), canWrite: false };
  const connection = await identified(deps, asked, () => key);
  await checkKeyUse(deps, { org: connection.orgId });
  const list = withConnection(await readConnections(deps.storage), connection);
  const kept = list.connections.find(({ id }) => id === list.defaultId) ?? connection;
  await deps.vault.write(keySlotOf(kept), key);
  await writeConnections(deps.storage, list);
  return kept;
}

/** Asks once more whose the key is, and keeps the answer. @throws {ProblemError} `key-missing`, `connection-gone` */
export async function askAgain(deps: ConnectionDeps): Promise<ConnectionInfo> {
  const connection = await readConnection(deps);
  if (connection.kind === 'local') return connection;
  const refused = await policyRefusal(deps, connection);
  const key = refused ? undefined : await deps.vault.read(keySlotOf(connection));
  if (key === undefined) throw await whyClosed(deps, connection);
  const now = await identified(deps, connection, () => key);
  // The key was changed for one of another org: what is kept here is the first org's.
  if (sourceIdOf(now) !== sourceIdOf(connection)) throw new ProblemError('org-mismatch', now.orgId);
  const list = await readConnections(deps.storage);
  const connections = list.connections.map((one) => (one.id === now.id ? now : one));
  await writeConnections(deps.storage, { ...list, connections });
  return now;
}

/** Forgets the key first: if a later write fails, what is left cannot talk to the org. Then the org's rules. */
export async function disconnectOrg(deps: ConnectionDeps): Promise<void> {
  const { storage, vault } = deps;
  const connection = await readConnection(deps);
  if (connection.kind === 'local') return;
  await vault.forget(keySlotOf(connection));
  await writeConnections(storage, withoutConnection(await readConnections(storage), connection.id));
  const sourceId = sourceIdOf(connection);
  await storage.writeValue(`cache:${sourceId}`, undefined);
  await storage.writeValue(`plan:${sourceId}`, undefined);
}

type Place = Omit<ConnectionInfo, 'id' | 'canWrite'>;

function placeOf(request: ConnectRequest): Place {
  const origin = originOf(request.baseUrl);
  if (request.kind !== 'github') return { kind: 'fullstory', baseUrl: origin };
  const baseUrl = `${origin}${enterprisePath(request.baseUrl)}`;
  const { repository, branch, path, exports } = request;
  return {
    kind: 'github',
    baseUrl,
    repository,
    path,
    ...(branch === undefined ? {} : { branch }),
    ...(exports === undefined ? {} : { exports }),
  };
}

/** The connection with what the source says of its key. A server that says it is Scrim's own is spoken to as one. */
async function identified(
  { openSource }: ConnectionDeps,
  connection: ConnectionInfo,
  getKey: () => string,
): Promise<ConnectionInfo> {
  const first = await openSource(addressOf(connection, getKey)).identify();
  const kind = connection.kind === 'fullstory' && first.api === 'scrim' ? 'scrim' : connection.kind;
  const told =
    kind === connection.kind
      ? first
      : await openSource(addressOf({ ...connection, kind }, getKey)).identify();
  const { orgName: _oldName, approval: _oldApproval, keyNotes: _oldNotes, ...place } = connection;
  return { ...place, kind, ...factsOf(told) };
}

function factsOf({ orgId, orgName, email, role, canWrite, approval, keyNotes }: SourceIdentity) {
  return {
    orgId,
    email,
    role,
    canWrite,
    ...(orgName === undefined ? {} : { orgName }),
    ...(approval === undefined ? {} : { approval }),
    ...(keyNotes === undefined ? {} : { keyNotes }),
  };
}

function addressOf(connection: ConnectionInfo, getKey: () => string): SourceAddress {
  const { kind, baseUrl = '', repository = '', branch, path = '', exports } = connection;
  if (kind === 'local') return { kind: 'local' };
  if (kind !== 'github') return { kind, baseUrl, getKey };
  return {
    kind,
    baseUrl,
    repository,
    path,
    getKey,
    ...(branch === undefined ? {} : { branch }),
    ...(exports === undefined ? {} : { exports }),
  };
}

/** GitHub Enterprise Server has its API under a path of its own; the connector refuses any other. */
function enterprisePath(baseUrl: string): string {
  return (URL.parse(baseUrl.trim())?.pathname ?? '/').replace(/\/$/, '');
}

function originOf(baseUrl: string): string {
  try {
    return apiOrigin(baseUrl.trim());
  } catch (error) {
    if (error instanceof SettingsError) throw new ProblemError('bad-address');
    throw error;
  }
}
