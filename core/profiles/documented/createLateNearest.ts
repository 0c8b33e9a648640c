import type { Decision } from '../../treatment/decision.ts';
import type { LateChain, LateLink } from '../profile.ts';

export interface LateNearest {
  /** What the rules make of an element now, from what it inherits. */
  readonly decide: (inherited: Decision, link: LateLink) => Decision;
  /** State of the top document. */
  readonly root: (node: number) => Decision;
  /** State of a shadow root or of a frame's document, from its owner's. */
  readonly inner: (owner: Decision, link: LateLink) => Decision;
}

/**
 * The state of what changed after the first look, found anew through all that stands above it. Where the recorder
 * met an element in another state, both stay possible: whether rules are looked at again is not documented.
 */
export function createLateNearest({ decide, root, inner }: LateNearest): (chain: LateChain) => Decision {
  return (chain) => {
    let decision: Decision | null = null;
    for (const link of [...chain].reverse()) {
      if (decision === null) decision = root(link.node);
      else if (link.above === 'frame' || link.above === 'shadow-host') decision = inner(decision, link);
      decision = decide(decision, link);
      if (link.stored && link.stored.possible !== decision.possible) decision = either(link.stored, decision);
    }
    return decision ?? root(-1);
  };
}

function either(stored: Decision, now: Decision): Decision {
  return { ...now, possible: stored.possible | now.possible, doubts: [...now.doubts, 'doubt.late-change'] };
}
