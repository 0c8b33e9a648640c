import type { ConnectionInfo } from '../../core/connections/connectionInfo.ts';
import type { Translate } from '../../core/messages/translate.ts';

/** What people know a connection by. */
export function connectionName(connection: ConnectionInfo, t: Translate): string {
  const { kind, orgName, orgId, repository } = connection;
  if (kind === 'local') return t('header.local');
  return repository ?? orgName ?? orgId ?? t('header.org');
}
