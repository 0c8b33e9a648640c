import type { ConnectionInfo } from './connectionInfo.ts';

/**
 * May a change be proposed through this connection? In a repository whoever may push; at a Scrim server that wants a
 * second person an Architect too, who may write nothing directly.
 */
export function mayPropose({
  kind,
  canWrite,
  role,
  approval = 'none',
}: Pick<ConnectionInfo, 'kind' | 'canWrite' | 'role' | 'approval'>): boolean {
  if (kind === 'github') return canWrite;
  return kind === 'scrim' && approval !== 'none' && (canWrite || role === 'ARCHITECT');
}
