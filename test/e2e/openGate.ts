import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that was stopped at the gate. */
export interface HeldRequest {
  readonly method: string;
  readonly path: string;
  /** Lets it, or its answer, go on. */
  release(): void;
}

/** Where a request is stopped: before the server sees it, or when the server has done it and nobody knows yet. */
export type HoldAt = 'request' | 'answer';

export interface Gate {
  readonly url: string;
  /** `POST /v2beta/privacy/elements`, in the order they came. */
  readonly seen: readonly string[];
  /** Requests that were not answered yet, those of browsers that gave up included. */
  open(): number;
  /** Stops the next request with this method. Resolves when it is there (and, for `answer`, done). */
  holdNext(method: string, at: HoldAt): Promise<HeldRequest>;
  close(): Promise<void>;
}

interface Hold {
  readonly method: string;
  readonly at: HoldAt;
  readonly arrived: (held: HeldRequest) => void;
}

/** A plain HTTP gate in front of a loopback server, with which a test stops time at one request. */
export async function openGate(target: string): Promise<Gate> {
  const seen: string[] = [];
  const holds: Hold[] = [];
  let open = 0;
  const server = createServer((incoming, outgoing) => {
    open += 1;
    pass({ incoming, outgoing, target, seen, holds })
      .catch((error: unknown) => outgoing.destroy(asError(error)))
      .finally(() => {
        open -= 1;
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    open: () => open,
    holdNext: (method, at) => new Promise((arrived) => holds.push({ method, at, arrived })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Passing {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly target: string;
  readonly seen: string[];
  readonly holds: Hold[];
}

async function pass({ incoming, outgoing, target, seen, holds }: Passing): Promise<void> {
  const { method = '', url: path = '/' } = incoming;
  const body = await bytesOf(incoming);
  seen.push(`${method} ${path}`);
  const at = holds.findIndex((hold) => hold.method === method);
  const [hold] = at < 0 ? [] : holds.splice(at, 1);
  if (hold?.at === 'request') await held(hold, path);
  const answer = await forward(incoming, target, body);
  const answerBody = await bytesOf(answer);
  if (hold?.at === 'answer') await held(hold, path);
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(answerBody);
}

function held({ method, arrived }: Hold, path: string): Promise<void> {
  return new Promise((release) => arrived({ method, path, release }));
}

function forward(incoming: IncomingMessage, target: string, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { host: _gate, ...headers } = incoming.headers;
    const outgoing = request(
      new URL(incoming.url ?? '/', target),
      { method: incoming.method, headers },
      resolve,
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
