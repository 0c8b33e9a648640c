import type { RuleProblem } from '../rules/activeRule.ts';
import type { Hit } from '../treatment/decision.ts';

/** Who hits what, as a host found it: the browser's own matching, or css-select on a saved page. */
export interface RuleMatcher<N> {
  /** Matches every rule in one document or shadow root; yields so that the host can take a breath. */
  matchRoot(root: N): Generator<void, void>;
  hitsOf(element: N): readonly Hit[] | undefined;
  /** For each active rule: on how many elements it hit so far. */
  readonly matchCounts: readonly number[];
  readonly problems: readonly RuleProblem[];
}
