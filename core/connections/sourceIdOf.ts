import type { ConnectionInfo } from './connectionInfo.ts';

/**
 * Names the place a connection is to: its journal, its cache and its push log are kept under it, also while nothing is
 * connected to it. Two connections to one place have the same.
 */
export function sourceIdOf(connection: ConnectionInfo): string {
  if (connection.kind === 'local') return 'local';
  if (connection.kind !== 'github') return `${connection.baseUrl}#${connection.orgId}`;
  // GitHub takes owners and names in any case.
  const repository = connection.repository?.toLowerCase();
  return `${connection.baseUrl}#${repository}@${connection.branch ?? ''}:${connection.path}`;
}
