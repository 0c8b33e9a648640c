import type { Hit } from '../../treatment/decision.ts';

/** How selectors are evaluated inside a shadow root is not documented. */
export function hitInShadow(hit: Hit): Hit {
  return { ...hit, certain: false, doubt: hit.doubt ?? 'doubt.shadow-rule' };
}
