import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, gunzipSync, inflateSync } from 'node:zlib';

/** A receiver that keeps what came, byte for byte, and knows nothing of Scrim. */
export interface Collector {
  readonly url: string;
  /** Address and body of each request. */
  readonly received: readonly { readonly address: string; readonly body: Buffer }[];
  /** Whether a value came: in an address, or in a body once it is unpacked. */
  has(value: string): boolean;
  close(): Promise<void>;
}

/** What recorders ask for before they send: PostHog's project settings, and OpenReplay's session. */
const answers: Readonly<Record<string, unknown>> = {
  '/array/phc_test/config': {
    supportedCompression: ['gzip', 'gzip-js'],
    hasFeatureFlags: false,
    sessionRecording: { endpoint: '/s/' },
  },
  '/v1/web/start': {
    token: 'test',
    userUUID: '1',
    projectID: '1',
    sessionID: '1',
    delay: 0,
    beaconSizeLimit: 1_000_000,
    compressionThreshold: 100,
    startTimestamp: 1,
    timestamp: 1,
    features: {},
  },
};

export async function openCollector(): Promise<Collector> {
  const received: { address: string; body: Buffer }[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const address = request.url ?? '';
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader(
      'access-control-allow-headers',
      request.headers['access-control-request-headers'] ?? '*',
    );
    if (request.method !== 'OPTIONS') received.push({ address, body });
    const answer = answers[address.split('?')[0] ?? ''] ?? {};
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    has: (value) =>
      received.some(
        ({ address, body }) =>
          decodeURIComponent(address).includes(value) ||
          unpacked(body, 0).some((text) => text.includes(value)),
      ),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const lenient = { finishFlush: constants.Z_SYNC_FLUSH };

/** Every text in a body: of gzip and zlib wherever they begin, and of such bytes in JSON strings. */
function unpacked(body: Buffer, depth: number): string[] {
  const text = body.toString('utf8');
  const found = [text];
  if (depth > 3) return found;
  for (let at = 0; at + 2 < body.length; at += 1) {
    const isGzip = body[at] === 0x1f && body[at + 1] === 0x8b;
    const isZlib = body[at] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(body[at + 1] ?? 0);
    if (!isGzip && !isZlib) continue;
    const content = opened(() => (isGzip ? gunzipSync : inflateSync)(body.subarray(at), lenient));
    if (content) found.push(...unpacked(content, depth + 1));
  }
  for (const packed of packedStrings(text)) found.push(...unpacked(packed, depth + 1));
  return found;
}

function packedStrings(text: string): Buffer[] {
  const found: Buffer[] = [];
  opened(() =>
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string' && value.startsWith('\u001f\u008b'))
        found.push(Buffer.from(value, 'latin1'));
      return value;
    }),
  );
  return found;
}

function opened<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
