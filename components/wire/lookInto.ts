import type { PlantedValue } from '../../core/visitor/plantedValue.ts';
import type { PlantedSearch } from '../../core/wire/createPlantedSearch.ts';
import type { LookedInto } from '../../core/wire/createWireTally.ts';
import type { Inflaters } from '../../core/wire/inflaters.ts';
import { isOtherSite } from '../../core/wire/isOtherSite.ts';
import { lookIntoMessage } from '../../core/wire/lookIntoMessage.ts';
import { hostOf } from '../../core/wire/originOf.ts';
import type { SeenBody, SeenRequest } from '../../core/wire/seenRequest.ts';
import type { WireMessage } from '../../core/wire/wireMessage.ts';
import type { WireCarrier } from '../../core/wire/wireReport.ts';

/** The panel goes on being used meanwhile: larger or slower ones are said to be not inspected. */
const limits = { size: 16 * 1024 * 1024, time: 2_000 };

/** What is looked for, and how. */
export interface Searching {
  readonly planted: readonly PlantedValue[];
  readonly search: PlantedSearch;
  readonly inflaters: Inflaters;
  /** Id of the recorder that is played. */
  readonly played: string;
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
  const { site, ...looking } = searching;
  const message = messageOf(request, site);
  // What the recorder was to send is not compared: a value may have been typed on the page before.
  const { predicted: _, ...looked } = await lookIntoMessage(message, { ...looking, limits, predicted: [] });
  return { ...looked, gaps: [...new Set([...looked.gaps, ...gapsOf(request, message.carrier)])] };
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

function messageOf(request: SeenRequest, site: string): WireMessage {
  const { url, body } = request;
  const content = contentOf(body);
  return {
    ...{ address: url, carrier: carrierOf(request), headers: {}, scripts: [] },
    isThirdParty: isOtherSite(hostOf(url), hostOf(site)),
    ...(content === undefined ? {} : { body: content }),
  };
}

function gapsOf({ body, isOfTab }: SeenRequest, carrier: WireCarrier): string[] {
  return [
    ...(body.kind === 'missing' ? ['body-withheld'] : []),
    ...(carrier === 'websocket' ? ['frames-unheard'] : []),
    ...(isOfTab ? [] : ['worker-of-site']),
  ];
}

function contentOf(body: SeenBody): string | Uint8Array | undefined {
  if (body.kind === 'bytes') return body.bytes;
  if (body.kind === 'missing') return body.bytes;
  return body.kind === 'none' ? undefined : JSON.stringify(body.fields);
}
