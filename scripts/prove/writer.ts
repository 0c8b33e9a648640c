import { setTimeout as sleep } from 'node:timers/promises';
import { type Asked, askServer } from './askServer.ts';

/** What one writer was told. Everything in here was acknowledged with 200 unless it says otherwise. */
export interface Diary {
  /** Names of rules it asked for, and the ids that every 200 for that name gave. */
  readonly created: Map<string, Set<string>>;
  /** Request ids of acknowledged updates, by the rule. */
  readonly updates: { readonly requestId: string; readonly ruleId: string }[];
  /** By rule: the highest count whose write was acknowledged, and the highest that was ever sent. */
  readonly counts: Map<string, { acknowledged: number; sent: number }>;
  /** Writes whose outcome no answer told. */
  unknown: number;
  /** 412: somebody else was first. */
  overtaken: number;
}

export interface WriterOptions {
  /** Of several instances on one database; it may change while they are killed and started. */
  readonly urls: () => readonly string[];
  readonly key: string;
  readonly random: () => number;
}

export interface Writer {
  readonly diary: Diary;
  /** Creates a rule, and repeats it `repeats` times with the same Idempotency-Key on any instance. */
  readonly create: (name: string, repeats: number) => Promise<string | undefined>;
  /** Reads a rule, adds one to the number in its description and writes it back, until that is acknowledged. */
  readonly countUp: (ruleId: string) => Promise<void>;
}

const elements = '/v2beta/privacy/elements';

/** Longer than a restart of the database takes on a slow machine. */
const patienceMs = 150_000;

/** Somebody who works on the org's rules through whichever instance, and never gives up a write by itself. */
export function createWriter(options: WriterOptions): Writer {
  const { key, random } = options;
  const diary: Diary = { created: new Map(), updates: [], counts: new Map(), unknown: 0, overtaken: 0 };
  const somewhere = (): string => {
    const urls = options.urls();
    return urls[Math.floor(random() * urls.length)] ?? '';
  };
  const create = async (name: string, repeats: number): Promise<string | undefined> => {
    const ids = new Set<string>();
    diary.created.set(name, ids);
    const idempotencyKey = uuidOf(random);
    const once = async (): Promise<void> => {
      const answer = await settle(() =>
        askServer({
          url: somewhere(),
          key,
          method: 'POST',
          path: elements,
          body: ruleBody(name, 0),
          headers: { 'Idempotency-Key': idempotencyKey },
        }),
      );
      if (answer.status === 200) ids.add(String(answer.json.id));
    };
    await Promise.all(Array.from({ length: repeats + 1 }, once));
    return [...ids][0];
  };
  const countUp = async (ruleId: string): Promise<void> => {
    const path = `${elements}/${ruleId}`;
    const count = diary.counts.get(ruleId) ?? { acknowledged: 0, sent: 0 };
    diary.counts.set(ruleId, count);
    for (;;) {
      const before = await settle(() => askServer({ url: somewhere(), key, path }));
      const next = Number(before.json.description) + 1;
      count.sent = Math.max(count.sent, next);
      const answer = await askServer({
        url: somewhere(),
        key,
        method: 'POST',
        path,
        body: ruleBody(String(before.json.name), next),
        headers: { 'If-Match': before.etag ?? '' },
      });
      if (answer?.status === 200) {
        count.acknowledged = Math.max(count.acknowledged, next);
        diary.updates.push({ requestId: answer.requestId, ruleId });
        return;
      }
      if (answer?.status === 412) diary.overtaken += 1;
      else if (isUnknown(answer)) diary.unknown += 1;
      else if (answer && answer.status < 429) throw new Error(`An update was answered ${answer.status}.`);
      await sleep(20 + random() * 100);
    }
  };
  /** Repeats what is safe to repeat until the answer is one of the app's. */
  const settle = async (ask: () => Promise<Asked | undefined>): Promise<Asked> => {
    const until = Date.now() + patienceMs;
    for (;;) {
      const answer = await ask();
      if (answer?.status === 200) return answer;
      if (answer && answer.status < 500 && answer.status !== 429 && answer.status !== 409)
        throw new Error(`Answered ${answer.status}: ${JSON.stringify(answer.json)}`);
      if (isUnknown(answer)) diary.unknown += 1;
      if (Date.now() > until) throw new Error('No instance came back.');
      await sleep(50 + random() * 200);
    }
  };
  return { diary, create, countUp };
}

/** Not answered, or answered in a way that leaves open what was done. */
function isUnknown(answer: Asked | undefined): boolean {
  return !answer || (answer.status >= 500 && answer.json.code !== 'try_again');
}

function ruleBody(name: string, count: number): Record<string, unknown> {
  return {
    name,
    description: String(count),
    source: { selector: `.${name}` },
    operation: { action: 'MASK', scope: 'ALL_SESSIONS' },
    platforms: ['WEB'],
  };
}

/** A version 4 UUID from the run's own seed. */
function uuidOf(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  const variant = '89ab'[Math.floor(random() * 4)] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
