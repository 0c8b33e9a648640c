import type { ConnectionInfo } from './connectionInfo.ts';

/** FullStory's own ids (`o-1A2B3C-na1`). A repository, or a Scrim server's own name for an org, is no such id. */
const fullstoryOrg = /^o-\w{1,40}-[a-z]{2}\d{1,3}$/i;

/**
 * Does the page record to another org than the one that is connected? Where the connection has no org of FullStory,
 * the two cannot be compared, and the answer is no.
 *
 * @param ofPage org the page's snippet names; undefined: it names none
 */
export function isOtherOrg(
  { kind, orgId }: Pick<ConnectionInfo, 'kind' | 'orgId'>,
  ofPage: string | undefined,
): boolean {
  if (kind === 'local' || orgId === undefined || ofPage === undefined) return false;
  if (kind !== 'fullstory' && !fullstoryOrg.test(orgId)) return false;
  return orgId !== ofPage;
}
