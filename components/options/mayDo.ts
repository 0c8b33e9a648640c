import type { ConnectionInfo } from '../../core/connections/connectionInfo.ts';
import type { Translate } from '../../core/messages/translate.ts';
import { connectionName } from '../parts/connectionName.ts';
import { roleWords } from '../parts/roleWords.ts';

/** "Connected to Acme as Architect: you can read; pushing needs Admin." */
export function mayDo(connection: ConnectionInfo, t: Translate): string {
  const { kind, role, canWrite, approval = 'none' } = connection;
  const writes = canWrite ? approval : 'nothing';
  const place = kind === 'github' ? 'github' : 'org';
  return t(`options.may.${place}.${writes}`, {
    org: connectionName(connection, t),
    role: roleWords(role, t),
  });
}
