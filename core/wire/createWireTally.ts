import type { Treatment } from '../treatment/treatment.ts';
import type { PlantedValue } from '../visitor/plantedValue.ts';
import { createPlantedSearch, type PlantedHit } from './createPlantedSearch.ts';
import type { DecodedMessage } from './decodedMessage.ts';
import { originOf } from './originOf.ts';
import { senderOf } from './senderOf.ts';
import type { WireMessage } from './wireMessage.ts';
import type {
  WireArrival,
  WireCarrier,
  WireGap,
  WireNotSeen,
  WireReceiver,
  WireReport,
} from './wireReport.ts';

/** One part of a message, taken apart. */
export interface DecodedPart {
  readonly carrier: WireCarrier;
  readonly decoded: DecodedMessage;
}

/** Puts together what is found in message after message; none of them is kept. */
export interface WireTally {
  add(message: WireMessage, parts: readonly DecodedPart[]): void;
  /** Something that could not be looked into. @param origin '' where it is not known */
  gap(origin: string, carrier: WireCarrier, why: string): void;
  report(): WireReport;
}

export interface TallyOptions {
  /** Id of the recorder that was simulated. */
  readonly played: string;
  readonly planted: readonly PlantedValue[];
  /** What the simulation says of each of them (`predictPlanted`). */
  readonly predicted: readonly Treatment[];
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };
type GrowingArrival = Growing<WireArrival> & {
  readonly value: number;
  carriers: WireCarrier[];
  encodings: (readonly string[])[];
};

/** Ways to be wrapped that are listed for one arrival. */
const mostEncodings = 16;
const ranks = { whole: 0, rewritten: 1, part: 2 } as const;

export function createWireTally({ played, planted, predicted }: TallyOptions): WireTally {
  const search = createPlantedSearch(planted);
  const arrivals = new Map<string, GrowingArrival>();
  const gaps = new Map<string, Growing<WireGap>>();
  const totals = { messages: 0, bytes: 0, ofPlayed: 0 };

  function gap(origin: string, carrier: WireCarrier, why: string): void {
    const key = `${origin} ${carrier} ${why}`;
    const known = gaps.get(key);
    if (known) known.count += 1;
    else gaps.set(key, { origin, carrier, why, count: 1 });
  }

  function add(message: WireMessage, parts: readonly DecodedPart[]): void {
    const origin = originOf(message.address);
    const recorder = senderOf(message, { pieces: parts.flatMap(({ decoded }) => decoded.pieces) }, played);
    const { isThirdParty } = message;
    const receiver: WireReceiver = { origin, isThirdParty, ...(recorder === undefined ? {} : { recorder }) };
    totals.messages += 1;
    totals.bytes += message.body?.length ?? 0;
    if (recorder === played) totals.ofPlayed += 1;
    if (message.missing !== undefined) gap(origin, message.carrier, message.missing);
    const counted = new Set<GrowingArrival>();
    for (const { carrier, decoded } of parts) {
      for (const why of decoded.gaps) gap(origin, carrier, why);
      for (const hit of search(decoded)) counted.add(arrive(hit, receiver, carrier));
    }
    for (const arrival of counted) arrival.count += 1;
  }

  function arrive(hit: PlantedHit, receiver: WireReceiver, carrier: WireCarrier): GrowingArrival {
    const key = `${hit.value} ${receiver.origin} ${receiver.recorder}`;
    const arrival = arrivals.get(key) ?? begin(hit.value, receiver, hit.match);
    arrivals.set(key, arrival);
    if (!arrival.carriers.includes(carrier)) arrival.carriers.push(carrier);
    if (ranks[hit.match] < ranks[arrival.match]) arrival.match = hit.match;
    const isKnown = arrival.encodings.some((encodings) => encodings.join() === hit.encodings.join());
    if (!isKnown && arrival.encodings.length < mostEncodings) arrival.encodings.push(hit.encodings);
    return arrival;
  }

  function begin(value: number, receiver: WireReceiver, match: WireArrival['match']): GrowingArrival {
    const kind = planted[value]?.kind ?? 'text';
    const prediction = receiver.recorder === played ? (predicted[value] ?? 'excluded') : null;
    const isUnpredicted = prediction === 'masked' || prediction === 'excluded';
    const id = [kind, receiver.origin, receiver.recorder ?? '-', prediction ?? '-'].join(' ');
    return {
      value,
      id,
      kind,
      receiver,
      carriers: [],
      encodings: [],
      match,
      count: 0,
      predicted: prediction,
      isUnpredicted,
    };
  }

  return {
    add,
    gap,
    report: () => ({
      ...totals,
      arrivals: inOrder([...arrivals.values()]),
      notInspected: [...gaps.values()],
      notSeen: notSeen({ played, planted, predicted }, [...arrivals.values()]),
    }),
  };
}

/** The loudest first: what was not predicted, what recorders got, what other sites got. */
function inOrder(arrivals: readonly GrowingArrival[]): WireArrival[] {
  const rank = ({ isUnpredicted, receiver }: WireArrival): number =>
    isUnpredicted ? 0 : receiver.recorder === undefined ? (receiver.isThirdParty ? 2 : 3) : 1;
  const seen = new Map<string, number>();
  return [...arrivals]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ value: _, ...arrival }) => {
      // Two e-mail addresses may have come to one receiver.
      const times = (seen.get(arrival.id) ?? 0) + 1;
      seen.set(arrival.id, times);
      return times === 1 ? arrival : { ...arrival, id: `${arrival.id} ${times}` };
    });
}

function notSeen(
  { played, planted, predicted }: TallyOptions,
  arrivals: readonly GrowingArrival[],
): WireNotSeen[] {
  const arrived = new Set(
    arrivals.filter(({ receiver }) => receiver.recorder === played).map(({ value }) => value),
  );
  const found = new Map<string, Growing<WireNotSeen>>();
  planted.forEach(({ kind }, value) => {
    const said = predicted[value];
    if (arrived.has(value) || (said !== 'captured' && said !== 'unknown')) return;
    const known = found.get(`${kind} ${said}`);
    if (known) known.count += 1;
    else found.set(`${kind} ${said}`, { kind, predicted: said, count: 1 });
  });
  return [...found.values()];
}
