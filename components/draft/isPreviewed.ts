import type { Rule } from '../../core/rules/rule.ts';
import { readMarker } from '../../core/settings/previewMarker.ts';

/** Whether a rule waits in preview sessions to be promoted: it says so itself. */
export function isPreviewed(rule: Rule): boolean {
  return readMarker(rule.description).marker !== undefined;
}
