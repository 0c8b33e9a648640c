// The container's health check: asks the server beside it whether it lives. Ends with 0 or 1, and says nothing.

import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

const timeout = 2_000;
const port = Number(process.env.PORT || 4870);

/** The certificate is for the server's public name: only whether it answers is asked here, and nothing is sent. */
const where = { host: '127.0.0.1', port, path: '/healthz', timeout, rejectUnauthorized: false };

function lives(request: typeof httpRequest | typeof httpsRequest): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(where, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.end();
  });
}

process.exitCode = (await lives(httpRequest)) || (await lives(httpsRequest)) ? 0 : 1;
