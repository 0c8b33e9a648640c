// A disk and a fake GitHub that outlive workers, and workers whose storage or network dies at a step.

import { en } from '../../../assets/locales/en/index.ts';
import { createSettingsService, type SettingsService } from '../../../background/settingsService.ts';
import { createGithubSource } from '../../../connectors/github.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import type { DraftOperation } from '../../../core/settings/draft.ts';
import { SettingsError, type SettingsSource } from '../../../core/settings/settingsSource.ts';
import type { FakeGithub } from '../connectors/fakeGithub.ts';
import { rulePath } from '../connectors/githubWorld.ts';
import { confirmAll } from './confirmAll.ts';
import { diskOf } from './mortalWorld.ts';

export interface ProposalWorld {
  readonly disk: Map<string, unknown>;
  readonly logs: { readonly log: string; readonly entry: object }[];
  time: number;
  settleIn: number | undefined;
  /** Passed through by every source that is opened. */
  wrap: (source: SettingsSource) => SettingsSource;
}

export function createProposalWorld(): ProposalWorld {
  return {
    disk: new Map(),
    logs: [],
    time: Date.parse('2026-11-02T09:00:00Z'),
    settleIn: undefined,
    wrap: (source) => source,
  };
}

/** Steps (each read and write of the disk, each request) after which the worker is dead. */
export function startProposalWorker(
  world: ProposalWorld,
  fake: FakeGithub,
  diesAfter = Number.POSITIVE_INFINITY,
): { readonly service: SettingsService; readonly dead: Promise<'dead'>; readonly steps: () => number } {
  let steps = 0;
  let die: (how: 'dead') => void = () => undefined;
  const dead = new Promise<'dead'>((resolve) => {
    die = resolve;
  });
  const alive = async <T>(work: () => T | Promise<T>): Promise<T> => {
    if (steps >= diesAfter) {
      die('dead');
      return new Promise(() => undefined);
    }
    steps += 1;
    return work();
  };
  const service = createSettingsService({
    storage: diskOf(world, alive),
    vault: vaultOf(world),
    openSource: () =>
      world.wrap(
        createGithubSource({
          fetch: (...request) => alive(() => fetch(...request)),
          apiBaseUrl: fake.url,
          repository: 'acme/site',
          path: rulePath,
          getKey: () => 'token-of-ann',
        }),
      ),
    now: () => new Date(world.time),
    newId: () => crypto.randomUUID(),
    words: createTranslator(en, 'en'),
    scheduleSettle: (seconds) => {
      world.settleIn = seconds;
    },
  });
  return { service, dead, steps: () => steps };
}

function vaultOf(world: ProposalWorld): Parameters<typeof createSettingsService>[0]['vault'] {
  const vault = {
    read: async () => world.disk.get('key') as string | undefined,
    write: async (_slot: unknown, key: string) => void world.disk.set('key', key),
    forget: async () => void world.disk.delete('key'),
    stateOf: async () => (world.disk.has('key') ? ('session' as const) : ('missing' as const)),
  };
  return vault as unknown as Parameters<typeof createSettingsService>[0]['vault'];
}

export const offline = (code: 'unreachable' | 'too-many-requests', retryAfterSeconds?: number) =>
  new SettingsError(code, 'no network', retryAfterSeconds === undefined ? {} : { retryAfterSeconds });

export async function connectGithub(service: SettingsService, fake: FakeGithub): Promise<void> {
  await service.connect({
    kind: 'github',
    baseUrl: fake.url,
    repository: 'acme/site',
    path: rulePath,
    key: 'token-of-ann',
  });
}

/** Edits, then plans: the request that confirms the plan. */
export async function planned(service: SettingsService, ...operations: readonly DraftOperation[]) {
  for (const operation of operations) await service.apply(operation);
  return confirmAll(await service.plan({ mode: 'live' }));
}
