import type { ContentKind, Effect } from '../profiles/documented/contentPolicy.ts';
import type { ContentState } from '../profiles/documented/measuredPolicy.ts';
import { type DocumentedRows, documentedRow } from '../profiles/documented/withMeasurement.ts';
import type { HeldEvent } from '../settings/fullstorySessionWire.ts';
import type { Treatment } from '../treatment/treatment.ts';
import type { PlantedState } from './plantPlan.ts';

/** What the vendor holds of the planted values, against what the simulation says of them. No value is in here. */
export interface ReadBack {
  readonly events: number;
  /** There was more than was looked at. */
  readonly isCut: boolean;
  readonly held: readonly HeldPlant[];
  /** Planted values that the simulation says are recorded and that are not in the events: events do not hold all. */
  readonly notHeld: number;
}

export interface HeldPlant {
  readonly kind: ContentKind;
  readonly name?: string;
  readonly state: ContentState | null;
  readonly predicted: Treatment | null;
  /** Where it stands in an event, each place once. */
  readonly at: readonly string[];
  /** The simulation says that it does not leave. */
  readonly isUnpredicted: boolean;
}

/** @param rows what the simulation goes by: what is documented, and what was measured before */
export function compareReadBack(
  events: readonly HeldEvent[],
  planted: readonly PlantedState[],
  rows: DocumentedRows,
): Pick<ReadBack, 'held' | 'notHeld'> {
  const held: HeldPlant[] = [];
  let notHeld = 0;
  for (const { plant, state } of planted) {
    const { kind, name, value } = plant;
    const said = state === null ? null : treatmentOf[documentedRow(rows, plant)[state]];
    const at = placesOf(events, value);
    if (at.length > 0)
      held.push({
        kind,
        ...(name === undefined ? {} : { name }),
        state,
        predicted: said,
        at,
        isUnpredicted: said === 'masked' || said === 'excluded',
      });
    else if (said === 'captured') notHeld += 1;
  }
  return { held, notHeld };
}

const treatmentOf: Readonly<Record<Effect, Treatment>> = {
  send: 'captured',
  mask: 'masked',
  nothing: 'excluded',
  unknown: 'unknown',
};

function placesOf(events: readonly HeldEvent[], value: string): readonly string[] {
  const places = new Set<string>();
  for (const { type, texts } of events)
    for (const { at, text } of texts) if (text.toLowerCase().includes(value)) places.add(`${type} ${at}`);
  return [...places];
}
