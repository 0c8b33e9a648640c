import { apiOrigin } from '../connectors/fullstory/apiOrigin.ts';
import type { ConnectionInfo } from '../core/protocol.ts';
import { SettingsError, type SettingsSource } from '../core/settings/settingsSource.ts';
import type { JournalStorage } from './journalStorage.ts';
import type { KeyVault } from './keyVault.ts';
import { ProblemError } from './problemError.ts';

/** How to reach a settings source. */
export type SourceAddress =
  | { readonly kind: 'local' }
  | { readonly kind: 'fullstory'; readonly baseUrl: string; readonly getKey: () => string };

export interface ConnectionDeps {
  readonly storage: JournalStorage;
  readonly vault: KeyVault;
  readonly openSource: (address: SourceAddress) => SettingsSource;
}

/** What is remembered of a connection: everything but the key. */
export interface OrgConnection extends ConnectionInfo {
  readonly kind: 'fullstory';
  readonly baseUrl: string;
  readonly orgId: string;
}

const local: ConnectionInfo = { kind: 'local', canWrite: true };

export async function readConnection(storage: JournalStorage): Promise<ConnectionInfo | OrgConnection> {
  // Written by this file only.
  return ((await storage.readValue('connection')) as OrgConnection | null | undefined) ?? local;
}

/** Names the journal that belongs to a connection. */
export function sourceIdOf(connection: ConnectionInfo): string {
  return connection.kind === 'local' ? 'local' : `${connection.baseUrl}#${connection.orgId}`;
}

/** The source behind a connection; undefined when its key is not there (any more). */
export async function openConnection(
  { vault, openSource }: ConnectionDeps,
  connection: ConnectionInfo,
): Promise<SettingsSource | undefined> {
  if (connection.kind === 'local') return openSource({ kind: 'local' });
  const baseUrl = connection.baseUrl ?? '';
  const key = await vault.read(baseUrl);
  return key === undefined ? undefined : openSource({ kind: 'fullstory', baseUrl, getKey: () => key });
}

/** Keys are printable ASCII; anything else was not copied right, and a line break could forge a header. */
const keyPattern = /^[\x21-\x7e]{1,4096}$/;

/**
 * Tests a key by asking whose it is, and remembers both if that works. Nothing changes if it does not.
 *
 * @throws {ProblemError} `bad-address`, `bad-key` @throws {SettingsError} what the source answered
 */
export async function connectOrg(
  deps: ConnectionDeps,
  request: { readonly baseUrl: string; readonly key: string },
): Promise<void> {
  const baseUrl = originOf(request.baseUrl);
  const key = request.key.trim();
  if (!keyPattern.test(key)) throw new ProblemError('bad-key');
  const source = deps.openSource({ kind: 'fullstory', baseUrl, getKey: () => key });
  const { orgId, email, role, canWrite } = await source.identify();
  const connection: OrgConnection = { kind: 'fullstory', baseUrl, orgId, email, role, canWrite };
  await deps.vault.write(baseUrl, key);
  await deps.storage.writeValue('connection', connection);
}

/** Forgets the key first: if a later write fails, what is left cannot talk to the org. Then the org's rules. */
export async function disconnectOrg({ storage, vault }: ConnectionDeps): Promise<void> {
  await vault.forget();
  const connection = await readConnection(storage);
  await storage.writeValue('connection', null);
  if (connection.kind === 'local') return;
  const sourceId = sourceIdOf(connection);
  await storage.writeValue(`cache:${sourceId}`, undefined);
  await storage.writeValue(`plan:${sourceId}`, undefined);
}

function originOf(baseUrl: string): string {
  try {
    return apiOrigin(baseUrl.trim());
  } catch (error) {
    if (error instanceof SettingsError) throw new ProblemError('bad-address');
    throw error;
  }
}
