import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/openDatabase.ts';
import { elementRuleExchanges } from '../connectors/contract/elementRuleExchanges.ts';
import { errorExchanges } from '../connectors/contract/errorExchanges.ts';
import { type Exchange, elements } from '../connectors/contract/exchange.ts';
import { recordingExchanges } from '../connectors/contract/recordingExchanges.ts';
import { shapeProblems } from '../connectors/contract/shapeProblems.ts';
import { sampleRule } from '../connectors/settingsContract.ts';
import { startTestServer, type TestServer } from './testServer.ts';

/** What Scrim's server does not have: it answers that there is no such address. */
const notImplemented: readonly string[] = [];

const exchanges: Readonly<Record<string, Exchange>> = {
  ...elementRuleExchanges,
  ...recordingExchanges,
  ...errorExchanges,
};
const asked = Object.entries(exchanges).filter(([, { notAsked }]) => notAsked === undefined);

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

describe('the server and the published contract', () => {
  let server: TestServer;
  const answers = new Map<string, Answer>();
  beforeAll(async () => {
    server = await startTestServer(openDatabase({ now: () => new Date(), log: () => undefined }));
    for (const [name, exchange] of asked) answers.set(name, await ask(exchange));
  });
  afterAll(() => server.close());

  async function send(exchange: Exchange, key: string, id: string): Promise<Answer> {
    const { method, path, body, idempotencyKey } = exchange.request;
    const response = await fetch(`${server.url}${path.replace('{id}', encodeURIComponent(id))}`, {
      method,
      headers: {
        Authorization: `Basic ${key}`,
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: JSON.parse(await response.text()) };
  }

  async function ask(exchange: Exchange): Promise<Answer> {
    const org = await server.seed({ rules: [sampleRule] });
    const keys = { admin: org.admin, architect: org.architect, user: org.user, nobody: 'nonsense' };
    const id = await idOf(exchange, org.architect);
    if (exchange.after) await send(elementRuleExchanges[exchange.after], org.admin, id);
    return await send(exchange, keys[exchange.role], id);
  }

  async function idOf({ of }: Exchange, key: string): Promise<string> {
    if (of === 'nothing') return '00000000-0000-4000-8000-000000000000';
    const list: Exchange = { ...elementRuleExchanges['list, the only page'] };
    const { json } = await send({ ...list, request: { method: 'GET', path: elements } }, key, '');
    const { results } = json as { readonly results: readonly { id: string; editable: string }[] };
    const wanted = of === 'built-in' ? 'EDITABLE_DESCRIPTION_ONLY' : 'EDITABLE_ANY';
    return results.find(({ editable }) => editable === wanted)?.id ?? '';
  }

  it('has all of it but what is listed here', () => {
    const missing = asked.filter(
      ([name, { answer }]) => answers.get(name)?.status === 404 && answer.status !== 404,
    );
    expect(missing.map(([name]) => name).sort()).toEqual(notImplemented);
  });

  it.each(asked.filter(([name]) => !notImplemented.includes(name)))('answers %s', (name, exchange) => {
    const { status, json } = exchange.answer;
    const answer = answers.get(name);
    expect({ ...answer, problems: shapeProblems(errorOr(json), answer?.json) }).toMatchObject({
      status,
      problems: [],
    });
  });
});

/** Refusals of version 1 are worded by whoever sends them; Scrim's server words all of its own alike. */
function errorOr(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'error' in json ? { message: '', code: '' } : json;
}
