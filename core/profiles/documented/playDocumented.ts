import type { RuleProblem } from '../../rules/activeRule.ts';
import type { Playback, ProfileRecorder } from '../profile.ts';
import { createDocumentedDecisions, type DocumentedDecisionOptions } from './createDocumentedDecisions.ts';
import { hitInShadow } from './hitInShadow.ts';

export interface DocumentedPlayOptions extends DocumentedDecisionOptions {
  readonly problems: readonly RuleProblem[];
  readonly record: ProfileRecorder;
}

/** A recorder of which only the documentation is known. What that does not speak of is `unknown`. */
export function playDocumented(options: DocumentedPlayOptions): Playback {
  const { rules, problems, root, record } = options;
  const { decide, late, lateValue, inside } = createDocumentedDecisions(options);
  return {
    rules,
    problems,
    root,
    decidesAll: false,
    decide,
    hitInShadow,
    shadowState: (host, _root, { node }) => inside(host, node, 'shadow'),
    frameState: (frame, _root, { node }) => inside(frame, node, 'frame'),
    templateState: (outside, { node }) => inside(outside, node, 'template'),
    closedRoots: 'unknown',
    record,
    late: { reads: 'at-once', added: late, text: late, attribute: late, value: lateValue },
  };
}
