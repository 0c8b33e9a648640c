// Started by benchServer as a process of its own: the control, an answer of a rule's size without a database.
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

const rule = {
  id: '00000000-0000-4000-8000-000000000000',
  name: 'bare',
  description: '0',
  source: { selector: '.bare', exception_selectors: [] },
  operation: { action: 'MASK', consent: false, scope: 'ALL_SESSIONS' },
  platforms: ['WEB'],
};

const app = new Hono();
app.get('/v2beta/privacy/elements/:id', (c) => c.json(rule));
app.post('/v2beta/privacy/elements', async (c) => c.json({ ...rule, ...(await c.req.json<object>()) }));

const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`ready at http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});
