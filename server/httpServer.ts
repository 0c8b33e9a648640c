import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { createApp } from './createApp.ts';

/** PEM text. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/**
 * How long, how large and how many: a caller who sends a byte now and then (slowloris), or headers without end,
 * holds a connection for this long and no more. Milliseconds and bytes.
 */
export const httpLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 65_000,
  /** Nothing sent or read, in either direction. */
  silenceMs: 90_000,
  headerBytes: 16_384,
  headers: 100,
  connections: 2_000,
} as const;

const options = {
  headersTimeout: httpLimits.headersMs,
  requestTimeout: httpLimits.requestMs,
  keepAliveTimeout: httpLimits.keepAliveMs,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: httpLimits.headerBytes,
};

/** Node's server around the app, not listening yet. */
export function httpServer(app: ReturnType<typeof createApp>, tls: TlsFiles | undefined): Server | TlsServer {
  const common = { fetch: app.fetch, overrideGlobalObjects: false };
  const server = (
    tls === undefined
      ? createAdaptorServer({ ...common, createServer, serverOptions: options })
      : createAdaptorServer({
          ...common,
          createServer: createTlsServer,
          serverOptions: { ...options, ...tls, minVersion: 'TLSv1.2' },
        })
  ) as Server | TlsServer;
  server.maxHeadersCount = httpLimits.headers;
  server.maxConnections = httpLimits.connections;
  server.timeout = httpLimits.silenceMs;
  server.on('clientError', answerUnreadable);
  return server;
}

const unreadable: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** What is no HTTP never gets to the app; it is answered in the same form, with an id, all the same. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const body = '{"message":"This is no request that can be read.","code":"unreadable_request"}';
  const head = [
    `HTTP/1.1 ${unreadable[error.code ?? ''] ?? '400 Bad Request'}`,
    'Connection: close',
    'Cache-Control: no-store',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    `X-Request-Id: ${randomUUID()}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
