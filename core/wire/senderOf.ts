import type { DecodedMessage } from './decodedMessage.ts';
import { hostOf } from './originOf.ts';
import { builtOnRrweb, recorderMarks } from './recorderMarks.ts';
import { recorderOfHost } from './recorderOfHost.ts';
import type { WireMessage } from './wireMessage.ts';

const entries = Object.entries(recorderMarks);
/** Of a text so much is looked at: marks stand in the first events. */
const looked = 262_144;

/**
 * Which recorder a message is of. First by what its payload says, then by the receiver's host and path, then by where
 * the scripts come from that sent it, at last by rrweb's events in it.
 *
 * @param played id of the recorder that was simulated: rrweb's events that bear no other mark are taken for its own
 * @returns undefined where nothing tells
 */
export function senderOf(
  { address, scripts }: Pick<WireMessage, 'address' | 'scripts'>,
  { pieces }: Pick<DecodedMessage, 'pieces'>,
  played: string,
): string | undefined {
  const texts = pieces.filter(({ isListed }) => !isListed).map(({ text }) => text.slice(0, looked));
  return (
    bySaying(texts) ??
    recorderOfHost(hostOf(address)) ??
    entries.find(([, { path }]) => path?.test(address.slice(0, 4096)))?.[0] ??
    byScripts(scripts) ??
    (texts.some(hasRrwebEvents) ? (builtOnRrweb.has(played) ? played : 'rrweb') : undefined)
  );
}

function bySaying(texts: readonly string[]): string | undefined {
  return entries.find(([, { says = [], begins }]) =>
    texts.some(
      (text) => begins?.test(text) || says.some((all) => all.every((literal) => text.includes(literal))),
    ),
  )?.[0];
}

function byScripts(scripts: readonly string[]): string | undefined {
  for (const script of scripts) {
    const recorder = recorderOfHost(hostOf(script));
    if (recorder !== undefined) return recorder;
  }
  return undefined;
}

/** Full snapshots and changes as rrweb 2 writes them. */
function hasRrwebEvents(text: string): boolean {
  if (!text.includes('"timestamp":')) return false;
  return text.includes('"node":{"type":0,') || /"data":\{"source":\d/.test(text);
}
