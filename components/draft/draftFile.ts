import type { DraftState } from '../../core/settings/draft.ts';

/** The draft as a file for somebody else: what each rule was and what it shall be. Rules hold no page data. */
export function draftFile(draft: DraftState): string {
  const changes = draft.changes.map(({ id, kind, base, content }) => ({
    id,
    kind,
    before: base,
    after: content,
  }));
  return `${JSON.stringify({ scrim: 1, draft: changes }, null, 2)}\n`;
}
