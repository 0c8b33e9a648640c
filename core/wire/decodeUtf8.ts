const unitsAtOnce = 8192;

/** @returns undefined when the bytes are not UTF-8 throughout */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  return decode(bytes, undefined);
}

/** What is no UTF-8, and control characters, become NUL: the readable runs of binary data with borders between them. */
export function readableRuns(bytes: Uint8Array): string {
  return decode(bytes, 0) ?? '';
}

/** @param broken stands for what cannot be read; undefined: then nothing is */
function decode(bytes: Uint8Array, broken: number | undefined): string | undefined {
  const parts: string[] = [];
  const units = new Uint16Array(unitsAtOnce + 2);
  let filled = 0;
  for (let at = 0; at < bytes.length; ) {
    if (filled >= unitsAtOnce) {
      parts.push(String.fromCharCode(...units.subarray(0, filled)));
      filled = 0;
    }
    const first = bytes[at] ?? 0;
    const length = lengthOf(first);
    let point = length === 1 ? first : pointAt(bytes, at, length);
    if (broken !== undefined && (point < 9 || point === 127)) point = -1;
    if (point < 0 && broken === undefined) return undefined;
    at += point < 0 ? 1 : length;
    filled = put(units, filled, point < 0 ? (broken ?? 0) : point);
  }
  parts.push(String.fromCharCode(...units.subarray(0, filled)));
  return parts.join('');
}

function put(units: Uint16Array, at: number, point: number): number {
  if (point < 0x1_0000) {
    units[at] = point;
    return at + 1;
  }
  units[at] = 0xd800 + ((point - 0x1_0000) >> 10);
  units[at + 1] = 0xdc00 + ((point - 0x1_0000) & 0x3ff);
  return at + 2;
}

function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

const smallest = [0, 0, 0x80, 0x800, 0x1_0000];

/** The code point of a sequence of 2 to 4 bytes; -1: it is none (RFC 3629, 3). */
function pointAt(bytes: Uint8Array, at: number, length: number): number {
  if (length === 0) return -1;
  let point = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let index = 1; index < length; index += 1) {
    const next = bytes[at + index] ?? 0;
    if ((next & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (next & 0x3f);
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < (smallest[length] ?? 0) || point > 0x10_ffff || isSurrogate ? -1 : point;
}
