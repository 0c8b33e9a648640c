import type { ConnectionInfo } from '../../core/connections/connectionInfo.ts';
import type { Translate } from '../../core/messages/translate.ts';
import type { PolicyState } from '../../core/policy/orgPolicy.ts';
import { strictestApproval } from '../../core/policy/strictestApproval.ts';
import { connectionName } from '../parts/connectionName.ts';
import { roleWords } from '../parts/roleWords.ts';

/** "Connected to Acme as Architect: you can read; pushing needs Admin.", with what the organisation wants proposed. */
export function mayDo(connection: ConnectionInfo, policy: PolicyState, t: Translate): string {
  const { kind, role, canWrite } = connection;
  const writes = canWrite ? strictestApproval(policy, connection.approval) : 'nothing';
  const place = kind === 'github' ? 'github' : 'org';
  return t(`options.may.${place}.${writes}`, {
    org: connectionName(connection, t),
    role: roleWords(role, t),
  });
}
