import type { NodeEntry } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import type { ContentState } from '../profiles/documented/measuredPolicy.ts';
import { Possible } from '../treatment/treatment.ts';
import type { Plant, PlantedState, PlantPlan, PlantSection } from './plantPlan.ts';

const stateOf: ReadonlyMap<Possible, ContentState> = new Map([
  [Possible.captured, 'captured'],
  [Possible.masked, 'masked'],
  [Possible.excluded, 'excluded'],
]);

/**
 * What the rules make of each plant: as the simulation of this very page says, not as it was meant. An org's own rule
 * may reach an element of ours like any other.
 */
export function plantStates(
  scan: Pick<CaptureScan, 'nodes' | 'decisions'>,
  { sections }: Pick<PlantPlan, 'sections'>,
): readonly PlantedState[] {
  const { nodes, decisions } = scan;
  const byTag = new Map<string, NodeEntry>();
  const children = new Map<number, NodeEntry[]>();
  for (const node of nodes) {
    byTag.set(node.step.split(':', 1)[0] ?? '', node);
    const siblings = children.get(node.parent) ?? [];
    siblings.push(node);
    children.set(node.parent, siblings);
  }
  const possibleOf = (node: NodeEntry): Possible => decisions[node.decision]?.possible ?? 0;

  /** What is possible anywhere in it: the element that holds the value is one of these. */
  function within(node: NodeEntry): Possible {
    let possible = 0;
    const open = [node];
    for (let one = open.pop(); one; one = open.pop()) {
      const inside = children.get(one.id) ?? [];
      // Only the innermost elements hold a value.
      if (inside.length === 0) possible |= possibleOf(one);
      open.push(...inside);
    }
    return possible;
  }

  function stateIn(plant: Plant, section: PlantSection): ContentState | null {
    const node = byTag.get(plant.tag);
    if (node) return stateOf.get(within(node)) ?? null;
    // The simulation does not look into what is excluded.
    const box = byTag.get(section.tag);
    return box && possibleOf(box) === Possible.excluded ? 'excluded' : null;
  }

  return sections.flatMap((section) =>
    [section.before, ...section.plants, section.after].map((plant) => ({
      plant,
      section,
      state: stateIn(plant, section),
    })),
  );
}
