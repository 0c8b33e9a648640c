import type { Dice } from './createDice.ts';
import type { FaultOrg } from './createFaultServer.ts';
import type { Life, Stage } from './createStage.ts';

/** What can happen to one request. `before`: it does not reach the server. `after`: only its answer is lost or spoiled. */
export const faults = [
  'cut-before',
  'cut-after',
  'timeout-before',
  'timeout-after',
  '401',
  '403',
  '409',
  '412',
  '428',
  '429',
  '429-seconds',
  '429-date',
  '500-before',
  '500-after',
  '503',
  'truncated',
  'login-page',
  'redirect',
] as const;
export type Fault = (typeof faults)[number];

export interface FaultyFetchDeps {
  readonly by: string;
  readonly org: FaultOrg;
  readonly stage: Stage;
  readonly life: Life;
  readonly dice: Dice;
  /** Takes the fault that the next request meets. */
  readonly nextFault: () => Fault | undefined;
  readonly now: () => Date;
}

/** `fetch` to the org's server through a bad network. */
export function createFaultyFetch(deps: FaultyFetchDeps): typeof fetch {
  const { org, stage, life, by } = deps;
  const reach = async (request: Request): Promise<Response> => {
    await stage.breathe(life);
    const response = await stage.working(org.answer(by, request));
    await stage.breathe(life);
    return response;
  };
  return async (input, init = {}) => {
    const { method = 'GET', headers, body } = init;
    const request = new Request(input as string | URL, {
      method,
      ...(headers ? { headers } : {}),
      ...(body ? { body } : {}),
    });
    const fault = deps.nextFault();
    if (fault === undefined) return reach(request);
    await stage.breathe(life);
    return meet(fault, () => reach(request), deps);
  };
}

async function meet(
  fault: Fault,
  reach: () => Promise<Response>,
  { dice, now }: FaultyFetchDeps,
): Promise<Response> {
  switch (fault) {
    case 'cut-after':
      await reach();
      throw new TypeError('Failed to fetch');
    case 'timeout-after':
      await reach();
      throw new DOMException('timed out', 'TimeoutError');
    case 'cut-before':
      throw new TypeError('Failed to fetch');
    case 'timeout-before':
      throw new DOMException('timed out', 'TimeoutError');
    case '500-after':
      await reach();
      return refusal(500);
    case '500-before':
      return refusal(500);
    case 'truncated':
      return truncated(await reach(), dice);
    case 'login-page':
      return new Response('<!doctype html><title>Sign in</title>', {
        headers: { 'content-type': 'text/html' },
      });
    case 'redirect':
      return new Response(null, { status: 302, headers: { location: 'https://login.example/' } });
    case '429-seconds':
      return refusal(429, { 'retry-after': String(dice.below(300)) });
    case '429-date':
      return refusal(429, {
        'retry-after': new Date(now().getTime() + dice.below(300) * 1000).toUTCString(),
      });
    default:
      return refusal(Number(fault));
  }
}

function refusal(status: number, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ message: 'Made to fail.', code: 'made_to_fail' });
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}

async function truncated(response: Response, dice: Dice): Promise<Response> {
  const text = await response.text();
  const { status, headers } = response;
  if (text === '') return new Response(null, { status, headers });
  return new Response(text.slice(0, dice.below(text.length)), { status, headers });
}
