import type { ConnectionInfo } from '../../core/protocol.ts';
import type { PushMode } from '../../core/settings/pushPlan.ts';

/** The word a push is talked about with: local rules are saved, nothing of them is pushed anywhere. */
export function modeWords(
  mode: PushMode,
  connection: ConnectionInfo | undefined,
  isProposed = false,
): PushMode | 'local' | 'proposal' {
  if (isProposed) return 'proposal';
  return connection?.kind === 'local' && mode === 'live' ? 'local' : mode;
}
