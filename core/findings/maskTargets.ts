import type { Finding } from './finding.ts';

/** One element that must be hidden so that findings go, and how. */
export interface MaskTarget {
  readonly node: number;
  readonly action: 'mask' | 'exclude';
}

export interface MaskTargets {
  /** Each element once; those to exclude first, because excluding one may hide others too. */
  readonly targets: readonly MaskTarget[];
  /** Places that no element rule reaches: the address, the title, the console. */
  readonly unreachable: number;
}

const strength = { mask: 0, exclude: 1 } as const;
const withoutElement = new Set(['url', 'title', 'console', 'meta', 'jsonld', 'resource', 'interaction']);

/**
 * What to hide so that every finding of a kind is gone. What is shown or typed is masked; what stands in the markup of
 * an element leaves with the element only. What came and went is not on the page to be pointed at.
 */
export function maskTargets(findings: readonly Finding[]): MaskTargets {
  const actions = new Map<number, MaskTarget['action']>();
  let unreachable = 0;
  for (const place of findings.flatMap(({ places }) => places)) {
    if (place.isPast) continue;
    if (withoutElement.has(place.channel)) {
      unreachable += 1;
      continue;
    }
    const isShown = place.channel === 'text' || place.channel === 'value';
    const action = isShown && actions.get(place.node) !== 'exclude' ? 'mask' : 'exclude';
    actions.set(place.node, action);
  }
  const targets = [...actions].map(([node, action]) => ({ node, action }));
  return { targets: targets.sort((a, b) => strength[b.action] - strength[a.action]), unreachable };
}
