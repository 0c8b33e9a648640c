import type { Treatment } from '../treatment/treatment.ts';
import type { PlantedValue } from '../visitor/plantedValue.ts';
import type { PlantedHit } from './createPlantedSearch.ts';
import type { WireArrival, WireCarrier, WireGap, WireReceiver, WireReport } from './wireReport.ts';

/** One message, looked into. */
export interface LookedInto {
  readonly receiver: WireReceiver;
  readonly carrier: WireCarrier;
  readonly bytes: number;
  readonly hits: readonly LookedHit[];
  /** What the hits' values are indexes into. */
  readonly planted: readonly PlantedValue[];
  /** What the simulation says of each of them; absent: it is not the message of the recorder that is played. */
  readonly predicted?: readonly Treatment[];
  /** Message keys `wire.notInspected.<why>`. */
  readonly gaps: readonly string[];
}

export interface LookedHit extends PlantedHit {
  /** The part of the message that it stands in. Absent: what carries the message. */
  readonly carrier?: WireCarrier;
}

/** Puts together what is found in message after message. No value is kept. */
export interface WireTally {
  add(message: LookedInto): void;
  /** Something that could not be looked into. @param origin '' where it is not known */
  gap(origin: string, carrier: WireCarrier, why: string): void;
  report(): WireReport;
}

/** Ways to be wrapped that are listed for one arrival. */
const mostEncodings = 16;
const ranks: Readonly<Record<WireArrival['match'], number>> = { whole: 0, rewritten: 1, part: 2 };

export function createWireTally(): WireTally {
  const arrivals = new Map<string, WireArrival>();
  const gaps = new Map<string, WireGap>();
  let messages = 0;
  let bytes = 0;

  /** @returns its id */
  function arrive({ receiver, carrier: own, planted, predicted }: LookedInto, hit: LookedHit): string {
    const kind = planted[hit.value]?.kind ?? 'text';
    const carrier = hit.carrier ?? own;
    const prediction = predicted ? (predicted[hit.value] ?? 'excluded') : null;
    const id = [kind, receiver.origin, receiver.recorder ?? '-', prediction ?? '-'].join(' ');
    const known = arrivals.get(id);
    const carriers = known?.carriers ?? [];
    arrivals.set(id, {
      ...{ id, kind, receiver, predicted: prediction },
      isUnpredicted: prediction === 'masked' || prediction === 'excluded',
      carriers: carriers.includes(carrier) ? carriers : [...carriers, carrier],
      encodings: withEncodings(known?.encodings ?? [], hit.encodings),
      match: known && ranks[known.match] <= ranks[hit.match] ? known.match : hit.match,
      count: known?.count ?? 0,
    });
    return id;
  }

  function gap(origin: string, carrier: WireCarrier, why: string): void {
    const key = `${origin} ${carrier} ${why}`;
    gaps.set(key, { origin, carrier, why, count: (gaps.get(key)?.count ?? 0) + 1 });
  }

  return {
    add(message) {
      messages += 1;
      bytes += message.bytes;
      for (const id of new Set(message.hits.map((hit) => arrive(message, hit)))) {
        const arrival = arrivals.get(id);
        if (arrival) arrivals.set(id, { ...arrival, count: arrival.count + 1 });
      }
      for (const why of message.gaps) gap(message.receiver.origin, message.carrier, why);
    },
    gap,
    report: () => ({
      messages,
      bytes,
      arrivals: [...arrivals.values()].sort((a, b) => loudness(a) - loudness(b)),
      notInspected: [...gaps.values()],
    }),
  };
}

function withEncodings(
  known: WireArrival['encodings'],
  encodings: readonly string[],
): WireArrival['encodings'] {
  const written = encodings.join(' ');
  const isKnown = known.some((one) => one.join(' ') === written);
  return isKnown || known.length === mostEncodings ? known : [...known, encodings];
}

/** What was not predicted comes first, then what recorders got, what other sites got, and the site's own. */
function loudness({ isUnpredicted, receiver }: WireArrival): number {
  if (isUnpredicted) return 0;
  if (receiver.recorder !== undefined) return 1;
  return receiver.isThirdParty ? 2 : 3;
}
