import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { createPathIndex } from '../../core/capture/pathIndex.ts';
import type { ScanChange } from '../../core/findings/compareScans.ts';
import type { DraftEffect } from '../state/createEffectStore.ts';

/** A difference with the words for where it is. */
export type PlacedDifference = ScanChange & { readonly path: string };

export interface ChangeDifferences {
  readonly hidden: readonly PlacedDifference[];
  /** Perhaps hidden: whether the recorder still sends it is not known. */
  readonly maybe: readonly PlacedDifference[];
  readonly visible: readonly PlacedDifference[];
}

/**
 * The part of the draft's effect that comes from one change: what its rule decides now and did not before, and
 * what it decided before and does not now. Values two changes touch are told under both.
 *
 * @param ruleId rule id, or the draft id of a new rule
 */
export function differencesOf(effect: DraftEffect, ruleId: string): ChangeDifferences {
  const before = winnersByNode(effect.before);
  const after = winnersByNode(effect.after);
  const pathOf = createPathIndex(effect.after.nodes);
  const own = (difference: ScanChange) =>
    before.get(difference.node) === ruleId || after.get(difference.node) === ruleId;
  const place = (difference: ScanChange): PlacedDifference => ({
    ...difference,
    path: pathOf(difference.node),
  });
  return {
    hidden: effect.comparison.newlyHidden.filter(own).map(place),
    maybe: effect.comparison.maybeHidden.filter(own).map(place),
    visible: effect.comparison.newlyVisible.filter(own).map(place),
  };
}

function winnersByNode(scan: CaptureScan): Map<number, string | undefined> {
  const winners = scan.decisions.map(({ winner }) => scan.rules[winner]?.id);
  return new Map(scan.nodes.map((entry) => [entry.id, winners[entry.decision]]));
}
