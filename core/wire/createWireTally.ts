import type { PlantedValue } from '../visitor/plantedValue.ts';
import type { PlantedHit } from './createPlantedSearch.ts';
import type { WireArrival, WireCarrier, WireGap, WireReceiver, WireReport } from './wireReport.ts';

/** One request, looked into. */
export interface LookedInto {
  readonly receiver: WireReceiver;
  readonly carrier: WireCarrier;
  readonly bytes: number;
  readonly hits: readonly PlantedHit[];
  /** What the hits' values are indexes into. */
  readonly planted: readonly PlantedValue[];
  /** Message keys `wire.notInspected.<why>`. */
  readonly gaps: readonly string[];
}

const ranks: Readonly<Record<WireArrival['match'], number>> = { whole: 0, rewritten: 1, part: 2 };

/** Adds requests up to a report. No value is kept. */
export function createWireTally() {
  const arrivals = new Map<string, WireArrival>();
  const gaps = new Map<string, WireGap>();
  let messages = 0;
  let bytes = 0;

  /** @param isFirst of its kind in this request */
  function arrive(
    { receiver, carrier }: LookedInto,
    hit: PlantedHit,
    kind: PlantedValue['kind'],
    isFirst: boolean,
  ): void {
    const id = `${kind} ${receiver.origin}`;
    const known = arrivals.get(id);
    const carriers = known?.carriers ?? [];
    const encodings = known?.encodings ?? [];
    const written = JSON.stringify(hit.encodings);
    const isNew = !encodings.some((one) => JSON.stringify(one) === written);
    arrivals.set(id, {
      ...{ id, kind, receiver, predicted: null, isUnpredicted: false },
      carriers: carriers.includes(carrier) ? carriers : [...carriers, carrier],
      encodings: isNew ? [...encodings, hit.encodings] : encodings,
      match: known && ranks[known.match] <= ranks[hit.match] ? known.match : hit.match,
      count: (known?.count ?? 0) + (isFirst ? 1 : 0),
    });
  }

  function gap(origin: string, carrier: WireCarrier, why: string): void {
    const key = `${origin} ${carrier} ${why}`;
    gaps.set(key, { origin, carrier, why, count: (gaps.get(key)?.count ?? 0) + 1 });
  }

  return {
    add(request: LookedInto): void {
      messages += 1;
      bytes += request.bytes;
      const counted = new Set<PlantedValue['kind']>();
      for (const hit of request.hits) {
        const kind = request.planted[hit.value]?.kind;
        if (kind === undefined) continue;
        arrive(request, hit, kind, !counted.has(kind));
        counted.add(kind);
      }
      for (const why of request.gaps) gap(request.receiver.origin, request.carrier, why);
    },
    gap,
    report: (): WireReport => ({
      messages,
      bytes,
      arrivals: [...arrivals.values()],
      notInspected: [...gaps.values()],
    }),
  };
}
