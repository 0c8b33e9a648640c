import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { encode } from '@msgpack/msgpack';
import { describe, expect, it } from 'vitest';
import { nodeInflaters } from '../../../cli/wire/nodeInflaters.ts';
import type { PlantedValue } from '../../../core/visitor/plantedValue.ts';
import type { DecodeLimits, MessageHeaders } from '../../../core/wire/decodedMessage.ts';
import { decodeMessage } from '../../../core/wire/decodeMessage.ts';
import { searchPlanted } from '../../../core/wire/searchPlanted.ts';

const email = 'jördis.kjær.4711@example.org';
const planted: readonly PlantedValue[] = [{ kind: 'email', value: email }];
const inflaters = nodeInflaters();
const utf8 = new TextEncoder();

interface Read {
  readonly found: readonly string[];
  readonly gaps: readonly string[];
}

async function read(
  content: Uint8Array | string,
  headers: MessageHeaders = {},
  limits: Partial<DecodeLimits> = {},
): Promise<Read> {
  const decoded = await decodeMessage(content, headers, inflaters, limits);
  return {
    found: searchPlanted(decoded, planted).map(({ match, encodings }) => `${match}: ${encodings.join(' ')}`),
    gaps: decoded.gaps,
  };
}

const json = JSON.stringify({ type: 3, data: { text: `"${email}"` } });
const jsonBytes = utf8.encode(json);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const multipart = (part: Uint8Array) =>
  Buffer.concat([
    utf8.encode(
      '------x1\r\nContent-Disposition: form-data; name="segment"; filename="s"\r\nContent-Type: application/octet-stream\r\n\r\n',
    ),
    part,
    utf8.encode('\r\n------x1--\r\n'),
  ]);
const envelope = (part: Uint8Array) =>
  Buffer.concat([
    utf8.encode(
      '{"event_id":"1","sent_at":"now"}\n{"type":"replay_recording","length":9}\n{"segment_id":0}\n',
    ),
    part,
    utf8.encode('\n'),
  ]);

describe('a message is taken apart', () => {
  it.each<[string, Uint8Array | string, MessageHeaders, string]>([
    ['plain text', utf8.encode(`to ${email}`), {}, 'whole: '],
    ['UTF-16', Buffer.from(`from the field: ${email}`, 'utf16le'), {}, 'whole: utf-16'],
    ['JSON', jsonBytes, {}, 'whole: json'],
    ['JSON in JSON', utf8.encode(JSON.stringify({ events: [json] })), {}, 'whole: json json'],
    ['JSON behind a prefix', utf8.encode(`42["event",${json}]`), {}, 'whole: json'],
    ['lines of JSON', utf8.encode(`{"a":1}\n${json}\n{"b":2}`), {}, 'whole: lines json'],
    ['gzip', gzipSync(jsonBytes), {}, 'whole: gzip json'],
    ['deflate', deflateSync(jsonBytes), {}, 'whole: deflate json'],
    ['gzip in gzip', gzipSync(gzipSync(jsonBytes)), {}, 'whole: gzip gzip json'],
    ['raw deflate', deflateRawSync(jsonBytes), { contentEncoding: 'deflate' }, 'whole: deflate-raw json'],
    ['brotli', brotliCompressSync(jsonBytes), { contentEncoding: 'br' }, 'whole: brotli json'],
    ['gzip that was flushed and not ended', gzipSync(jsonBytes).subarray(0, -8), {}, 'whole: gzip json'],
    ['base64', utf8.encode(base64(jsonBytes)), {}, 'whole: base64 json'],
    ['base64url', Buffer.from(Buffer.from(jsonBytes).toString('base64url')), {}, 'whole: base64 json'],
    [
      'base64 of gzip in JSON',
      JSON.stringify({ d: base64(gzipSync(jsonBytes)) }),
      {},
      'whole: json base64 gzip json',
    ],
    ['a data address', `data:application/json;base64,${base64(jsonBytes)}`, {}, 'whole: pairs base64 json'],
    ['a form', `id=1&mail=${encodeURIComponent(email)}`, {}, 'whole: pairs'],
    ['an address', `https://pixel.example/p?m=${encodeURIComponent(email)}`, {}, 'whole: pairs'],
    [
      'an address in an address',
      `https://a.example/?u=${encodeURIComponent(`https://b.example/?m=${encodeURIComponent(email)}`)}`,
      {},
      'whole: pairs url',
    ],
    ['JSON in a form', `data=${encodeURIComponent(json)}`, {}, 'whole: pairs json'],
    ['base64 in a form', `data=${encodeURIComponent(base64(jsonBytes))}`, {}, 'whole: pairs base64 json'],
    [
      'multipart',
      multipart(jsonBytes),
      { contentType: 'multipart/form-data; boundary=----x1' },
      'whole: multipart json',
    ],
    [
      'multipart without its type, compressed part',
      multipart(deflateSync(jsonBytes)),
      {},
      'whole: multipart deflate json',
    ],
    ['an envelope', envelope(deflateSync(jsonBytes)), {}, 'whole: deflate json'],
    [
      'MessagePack',
      encode({ at: 1.5, mail: email, list: [1, -70000, null, true] }),
      {},
      'whole: messagepack',
    ],
    [
      'compressed in MessagePack',
      encode({ d: gzipSync(jsonBytes), n: 2 ** 40 }),
      {},
      'whole: messagepack gzip json',
    ],
    [
      'strings of binary data',
      Buffer.concat([Buffer.from([200, 0, 255, 28, 0]), utf8.encode(email), Buffer.from([0, 201, 7])]),
      {},
      'whole: binary',
    ],
    [
      'a packed event',
      JSON.stringify([deflateSync(jsonBytes).toString('latin1')]),
      {},
      'whole: json latin1 deflate json',
    ],
    ['hexadecimal', Buffer.from(jsonBytes).toString('hex'), {}, 'whole: hex json'],
    ['markup', `&lt;b&gt;j&#246;rdis.kj&#xe6;r.4711&#64;example.org`, {}, 'whole: html'],
  ])('%s', async (_name, content, headers, expected) => {
    const { found, gaps } = await read(content, headers);
    expect(found).toContain(expected);
    expect(gaps).toEqual([]);
  });

  it('puts together what is sent key by key', async () => {
    const keys = [...'4711-0815-2342'].map((key) => ({ type: 'key', key }));
    const decoded = await decodeMessage(JSON.stringify(keys), {}, inflaters);
    const typed = [{ kind: 'id', value: '4711-0815-2342' }] as const;
    expect(searchPlanted(decoded, typed)[0]?.encodings).toEqual(['json', 'keystrokes']);
  });
});

describe('a message that is made to harm', () => {
  const zeros = (size: number) => gzipSync(Buffer.alloc(size));

  it('is not unpacked beyond the limit', async () => {
    const { gaps } = await read(zeros(32 * 1024 * 1024), {}, { size: 1024 * 1024 });
    expect(gaps).toContain('too-large');
  });

  it('is not followed without end', async () => {
    let bomb = gzipSync(jsonBytes);
    for (let layer = 0; layer < 40; layer += 1) bomb = gzipSync(bomb);
    const { found, gaps } = await read(bomb);
    expect(found).toEqual([]);
    expect(gaps).toContain('too-deep');
  });

  it('may be nested a hundred thousand times', async () => {
    const deep = `${'['.repeat(100_000)}"${email}"${']'.repeat(100_000)}`;
    expect((await read(deep)).found).toContain('whole: json');
  });

  it('takes no longer than it may', async () => {
    let clock = 0;
    const now = () => (clock += 3_000);
    expect((await read(gzipSync(jsonBytes), {}, { now })).gaps).toEqual(['too-slow']);
  });

  it('hides nothing behind a second value of the same name', async () => {
    expect((await read(`{"m":"${email}","m":""}`)).found).toContain('whole: json');
  });

  it('reserves nothing for what a header of MessagePack promises', async () => {
    const promise = Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff, 0xdb, 0xff, 0xff, 0xff, 0xff, 0x61);
    expect((await read(promise)).found).toEqual([]);
  });

  it('is a gap where nothing can be read in it', async () => {
    const random = Uint8Array.from({ length: 4096 }, (_, index) => (index * 2654435761 * (index + 7)) >>> 13);
    expect((await read(random)).gaps).toEqual(['unreadable']);
  });

  it('is a gap where the host cannot unpack it', async () => {
    const { brotli: _, ...others } = inflaters;
    const content = brotliCompressSync(jsonBytes);
    const { gaps } = await decodeMessage(content, { contentEncoding: 'br' }, others);
    expect(gaps).toContain('brotli');
  });

  it('is a gap where it is a picture', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0xff);
    expect((await read(png)).gaps).toEqual(['media']);
  });
});
