import type { PlantedValue } from '../../core/visitor/plantedValue.ts';
import type { PlantedHit, PlantedSearch } from '../../core/wire/createPlantedSearch.ts';
import type { LookedInto } from '../../core/wire/createWireTally.ts';
import { decodeMessage } from '../../core/wire/decodeMessage.ts';
import type { Inflaters } from '../../core/wire/inflaters.ts';
import { receiverOf } from '../../core/wire/receiverOf.ts';
import type { SeenBody, SeenRequest } from '../../core/wire/seenRequest.ts';
import type { WireCarrier } from '../../core/wire/wireReport.ts';

/** The panel goes on being used meanwhile: larger or slower ones are said to be not inspected. */
const limits = { size: 16 * 1024 * 1024, time: 2_000 };

/** What is looked for, and how. */
export interface Searching {
  readonly planted: readonly PlantedValue[];
  readonly search: PlantedSearch;
  readonly inflaters: Inflaters;
  /** Address of the page. */
  readonly site: string;
  /** Milliseconds of a clock. */
  readonly now: () => number;
}

/** The browser's words for what asked, in the words of reports. It does not tell `fetch` from XMLHttpRequest. */
const carriers: Readonly<Record<string, WireCarrier>> = {
  main_frame: 'form',
  sub_frame: 'form',
  image: 'image',
  imageset: 'image',
  ping: 'beacon',
  beacon: 'beacon',
  xmlhttprequest: 'fetch',
  websocket: 'websocket',
};

/** Takes one request apart, address and body, and searches both for what was planted. */
export async function lookInto(request: SeenRequest, searching: Searching): Promise<LookedInto> {
  const { planted, search, inflaters, site, now } = searching;
  const carrier = carrierOf(request);
  const gaps = new Set(gapsOf(request, carrier));
  const hits: PlantedHit[] = [];
  let bytes = 0;
  for (const content of [request.url, ...contentsOf(request.body)]) {
    bytes += content.length;
    const decoded = await decodeMessage(content, {}, inflaters, { ...limits, now });
    for (const gap of decoded.gaps) gaps.add(gap);
    hits.push(...search(decoded));
  }
  return {
    receiver: receiverOf(new URL(request.url), new URL(site)),
    carrier,
    bytes,
    hits,
    planted,
    gaps: [...gaps],
  };
}

export function carrierOf({
  type,
  method,
  isOfTab,
}: Pick<SeenRequest, 'type' | 'method' | 'isOfTab'>): WireCarrier {
  if (!isOfTab) return 'worker';
  const carrier = carriers[type] ?? 'other';
  return carrier === 'form' && /^GET$/i.test(method) ? 'address' : carrier;
}

function gapsOf({ body, isOfTab }: SeenRequest, carrier: WireCarrier): string[] {
  return [
    ...(body.kind === 'missing' ? ['body-withheld'] : []),
    ...(carrier === 'websocket' ? ['frames-unheard'] : []),
    ...(isOfTab ? [] : ['worker-of-site']),
  ];
}

function contentsOf(body: SeenBody): (string | Uint8Array)[] {
  if (body.kind === 'bytes') return [body.bytes];
  if (body.kind === 'missing') return body.bytes ? [body.bytes] : [];
  if (body.kind === 'none') return [];
  return [JSON.stringify(body.fields)];
}
