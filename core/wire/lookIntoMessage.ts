import type { Treatment } from '../treatment/treatment.ts';
import type { PlantedValue } from '../visitor/plantedValue.ts';
import type { PlantedSearch } from './createPlantedSearch.ts';
import type { LookedInto } from './createWireTally.ts';
import type { DecodeLimits } from './decodedMessage.ts';
import type { Inflaters } from './inflaters.ts';
import { originOf } from './originOf.ts';
import { partsOfMessage } from './partsOfMessage.ts';
import { senderOf } from './senderOf.ts';
import type { WireMessage } from './wireMessage.ts';

export interface Looking {
  /** Id of the recorder that was simulated. */
  readonly played: string;
  readonly planted: readonly PlantedValue[];
  /** What the simulation says of each of them (`predictPlanted`). */
  readonly predicted: readonly Treatment[];
  readonly search: PlantedSearch;
  readonly inflaters: Inflaters;
  /** Milliseconds of a clock. */
  readonly now: () => number;
  /** Where less may be taken apart than usual. */
  readonly limits?: Partial<DecodeLimits>;
}

/** Takes one message apart, searches it, and tells whose it is. */
export async function lookIntoMessage(message: WireMessage, looking: Looking): Promise<LookedInto> {
  const { played, planted, predicted, search, inflaters, now } = looking;
  const parts = await partsOfMessage(message, inflaters, now, looking.limits);
  const recorder = senderOf(message, { pieces: parts.flatMap(({ decoded }) => decoded.pieces) }, played);
  const gaps = new Set(parts.flatMap(({ decoded }) => decoded.gaps as readonly string[]));
  if (message.missing !== undefined) gaps.add(message.missing);
  return {
    receiver: {
      origin: originOf(message.address),
      isThirdParty: message.isThirdParty,
      ...(recorder === undefined ? {} : { recorder }),
    },
    carrier: message.carrier,
    bytes: message.body?.length ?? 0,
    hits: parts.flatMap(({ carrier, decoded }) => search(decoded).map((hit) => ({ ...hit, carrier }))),
    planted,
    ...(recorder === played ? { predicted } : {}),
    gaps: [...gaps],
  };
}
