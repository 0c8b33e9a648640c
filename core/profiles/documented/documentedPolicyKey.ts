import type { ContentKind, PolicyRow } from './contentPolicy.ts';

/** Says how it is known that a record differs from its element's state (`policy.documented.<grade>`). */
export function documentedPolicyKey(_kind: ContentKind, { grade }: PolicyRow): string {
  return `documented.${grade}`;
}
