// Takes apart what left a browser, layer by layer, until texts are left that can be searched. What it reads was made
// by a page: everything here is bounded, and each bound that is reached is told as a gap.
import type {
  DecodedMessage,
  DecodedPiece,
  DecodeGap,
  DecodeLimits,
  MessageHeaders,
} from './decodedMessage.ts';
import type { Inflaters } from './inflaters.ts';
import { unwrapBytes } from './unwrapBytes.ts';
import { unwrapText } from './unwrapText.ts';

/** One layer that is still to be taken off. */
export interface Layer {
  readonly content: Uint8Array | string;
  readonly encodings: readonly string[];
  readonly headers: MessageHeaders;
}

/** What takes a layer off hands on what it finds there. */
export interface Unwrapping {
  readonly inflaters: Inflaters;
  /** Bytes or characters that may still be made. */
  left(): number;
  add(piece: DecodedPiece): void;
  later(layer: Omit<Layer, 'headers'> & { readonly headers?: MessageHeaders }): void;
  gap(why: DecodeGap): void;
}

const mostLayers = 100_000;

/** 64 MB of readings: the largest first snapshot of a recorder that we have seen is 20 MB, and some are read twice. */
const usualLimits = { depth: 12, size: 64 * 1024 * 1024, time: 5_000 };

/**
 * Every text in a message: of the message as it is, of what is compressed, packed, encoded or listed in it, and of all
 * of them in each other.
 *
 * @param content a body, or a text such as an address
 */
export async function decodeMessage(
  content: Uint8Array | string,
  headers: MessageHeaders,
  inflaters: Inflaters,
  limits: Partial<DecodeLimits> = {},
): Promise<DecodedMessage> {
  const { depth, size, time, now = () => 0 } = { ...usualLimits, ...limits };
  const pieces: DecodedPiece[] = [];
  const gaps = new Set<DecodeGap>();
  const open: Layer[] = [];
  const started = now();
  let layers = 0;
  let left = size;

  const unwrapping: Unwrapping = {
    inflaters,
    left: () => left,
    add(piece) {
      left -= piece.text.length;
      if (left < 0) gaps.add('too-large');
      else if (piece.text !== '') pieces.push(piece);
    },
    later(layer) {
      layers += 1;
      left -= layer.content.length;
      if (left < 0 || layers > mostLayers) gaps.add('too-large');
      else if (layer.encodings.length > depth) gaps.add('too-deep');
      else open.push({ headers: {}, ...layer });
    },
    gap: (why) => void gaps.add(why),
  };

  unwrapping.later({ content, encodings: [], headers });
  for (let layer = open.pop(); layer; layer = open.pop()) {
    if (now() - started > time) {
      gaps.add('too-slow');
      break;
    }
    if (typeof layer.content === 'string') unwrapText(layer.content, layer.encodings, unwrapping);
    else await unwrapBytes(layer.content, layer, unwrapping);
  }
  return { pieces, gaps: [...gaps] };
}
