import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** PNG as Chromium writes it: 8 bits a channel, not interlaced (https://www.w3.org/TR/png-3/). */
interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, 32 bits a pixel. */
  readonly pixels: Uint32Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const maxColors = 256;

/**
 * The same picture in at most 256 colours: a screenshot of an interface has few, and a third of the bytes does.
 *
 * @throws when it is not a PNG of the kind that Chromium writes
 */
export function shrinkPng(png: Uint8Array): Uint8Array {
  const picture = readPng(Buffer.from(png));
  const palette = paletteOf(picture.pixels);
  return writePng(picture, palette);
}

function readPng(png: Buffer): Picture {
  const parts: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') parts.push(body);
    at += length + 12;
  }
  const channels = header?.[9] === 6 ? 4 : header?.[9] === 2 ? 3 : 0;
  if (!header || channels === 0 || header[8] !== 8 || header[12] !== 0)
    throw new Error('This is not a PNG as Chromium writes it.');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(parts)), width, height, channels) };
}

/** Each line begins with its filter's number (PNG section 9): a byte is told by its left, upper and corner one. */
function unfilter(raw: Buffer, width: number, height: number, channels: number): Uint32Array {
  const stride = width * channels;
  const lines = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x >= channels ? (lines[at - channels] ?? 0) : 0;
      const up = y > 0 ? (lines[at - stride] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (lines[at - stride - channels] ?? 0) : 0;
      lines[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  const pixels = new Uint32Array(width * height);
  for (let index = 0; index < pixels.length; index += 1) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = lines.subarray(
      index * channels,
      (index + 1) * channels,
    );
    pixels[index] = ((red << 24) | (green << 16) | (blue << 8) | alpha) >>> 0;
  }
  return pixels;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** First the most frequent colours as they are, which keeps flat areas; then one of each cube of further colours. */
function paletteOf(pixels: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const ranked = [...counts].sort(([, a], [, b]) => b - a).map(([color]) => color);
  if (ranked.length <= maxColors) return ranked;
  const flat = ranked.slice(0, maxColors / 2);
  // Four bits of each channel: finer cubes leave no room for the rare colours.
  const taken = new Set(flat.map((color) => color & 0xf0f0f0f0));
  const cubes = new Map<number, number>();
  for (const color of ranked.slice(flat.length)) {
    const cube = color & 0xf0f0f0f0;
    if (!cubes.has(cube) && !taken.has(cube)) cubes.set(cube, color);
  }
  return [...flat, ...cubes.values()].slice(0, maxColors);
}

function writePng({ width, height, pixels }: Picture, palette: readonly number[]): Buffer {
  const indexOf = new Map<number, number>();
  const lines = Buffer.alloc((width + 1) * height);
  pixels.forEach((pixel, at) => {
    let index = indexOf.get(pixel);
    if (index === undefined) {
      index = nearest(pixel, palette);
      indexOf.set(pixel, index);
    }
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = index;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, indexed colour.
  header.set([8, 3], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => bytesOf(color).slice(0, 3)))),
    chunk('tRNS', Buffer.from(palette.map((color) => color & 255))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(color: number, palette: readonly number[]): number {
  const wanted = bytesOf(color);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach((candidate, index) => {
    const distance = bytesOf(candidate).reduce((sum, byte, at) => sum + (byte - (wanted[at] ?? 0)) ** 2, 0);
    if (distance >= least) return;
    least = distance;
    best = index;
  });
  return best;
}

function bytesOf(color: number): number[] {
  return [color >>> 24, (color >>> 16) & 255, (color >>> 8) & 255, color & 255];
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
