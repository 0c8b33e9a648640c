import type { DecodedMessage, DecodeLimits } from './decodedMessage.ts';
import { decodeMessage } from './decodeMessage.ts';
import type { Inflaters } from './inflaters.ts';
import type { WireMessage } from './wireMessage.ts';
import type { WireCarrier } from './wireReport.ts';

/** One part of a message, taken apart. */
export interface DecodedPart {
  readonly carrier: WireCarrier;
  readonly decoded: DecodedMessage;
}

/** These are an address and nothing else: what is in it travelled as what they are. */
const addresses: ReadonlySet<WireCarrier> = new Set(['image', 'event-source', 'worker', 'beacon']);
/** What browsers write by themselves; what a page can put values into is not among them. */
const ordinary =
  /^(?:accept(?:-encoding|-language)?|connection|content-length|content-type|host|origin|sec-.*|user-agent|upgrade.*|pragma|cache-control|:.*)$/;

/**
 * Address, headers and body of a message, each taken apart by itself.
 *
 * @param now milliseconds of a clock
 */
export async function partsOfMessage(
  { address, carrier, body, headers }: WireMessage,
  inflaters: Inflaters,
  now: () => number,
  bounds: Partial<DecodeLimits> = {},
): Promise<readonly DecodedPart[]> {
  const limits = { ...bounds, now };
  const parts: DecodedPart[] = [];
  const isFrame = carrier === 'websocket' && body !== undefined;
  if (!isFrame) {
    const decoded = await decodeMessage(address, {}, inflaters, limits);
    parts.push({ carrier: addresses.has(carrier) ? carrier : 'address', decoded });
  }
  const written = Object.entries(headers).filter(([name]) => !ordinary.test(name));
  for (const [name, value] of written)
    parts.push({
      carrier: 'header',
      decoded: await decodeMessage(`${name}: ${value}`, {}, inflaters, limits),
    });
  if (body === undefined) return parts;
  const { 'content-type': contentType, 'content-encoding': contentEncoding } = headers;
  const said = {
    ...(contentType === undefined ? {} : { contentType }),
    ...(contentEncoding === undefined ? {} : { contentEncoding }),
  };
  parts.push({ carrier, decoded: await decodeMessage(body, said, inflaters, limits) });
  return parts;
}
