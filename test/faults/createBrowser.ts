// A browser with the extension: the real background over a disk in memory, with workers that can be killed.
import { createServiceScopes } from '../../background/createServiceScopes.ts';
import type { JournalStorage } from '../../background/journalStorage.ts';
import type { KeyVault } from '../../background/keyVault.ts';
import { ProblemError } from '../../background/problemError.ts';
import type { SettingsService } from '../../background/settingsService.ts';
import { createFullstorySource } from '../../connectors/fullstory.ts';
import { createLocalSource } from '../../connectors/localStore.ts';
import { createScrimServerSource } from '../../connectors/scrimServer.ts';
import type { SettingsSource } from '../../core/settings/settingsSource.ts';
import type { Dice } from './createDice.ts';
import type { FaultOrg } from './createFaultServer.ts';
import { createFaultyFetch, type Fault } from './createFaultyFetch.ts';
import type { Life, Stage } from './createStage.ts';

export interface Browser {
  readonly name: string;
  readonly life: Life;
  /** What the next requests meet, one each; undefined: nothing. */
  readonly faults: (Fault | undefined)[];
  /** So many of the next storage writes fail. */
  quota: number;
  /** How far its clock is off, in milliseconds. */
  skew: number;
  /** In so many seconds the alarm rings; undefined: it is not set. */
  alarm: number | undefined;
  service(): Promise<SettingsService>;
  /** The worker is gone at once, whatever it was doing. The next one starts with nothing but the disk. */
  kill(): void;
}

export interface BrowserDeps {
  readonly name: string;
  readonly kind: 'fullstory' | 'scrim';
  readonly org: FaultOrg;
  readonly stage: Stage;
  readonly dice: Dice;
  readonly time: () => number;
  /** For engines that are broken on purpose. */
  readonly spoil?: (source: SettingsSource) => SettingsSource;
}

export const address = 'http://127.0.0.1:1';

export function createBrowser(deps: BrowserDeps): Browser {
  const { stage, org, dice, name, spoil = (source) => source } = deps;
  const disk = new Map<string, unknown>();
  const logs: { readonly log: string; readonly entry: object }[] = [];
  const keys = new Map<string, string>();
  let life: Life = { isDead: false };
  let scopes: ReturnType<typeof createServiceScopes> | undefined;

  const browser: Browser = {
    name,
    get life() {
      return life;
    },
    faults: [],
    quota: 0,
    skew: 0,
    alarm: undefined,
    async service() {
      scopes ??= start(life);
      return (await scopes.of(undefined)).service;
    },
    kill() {
      life.isDead = true;
      life = { isDead: false };
      scopes = undefined;
    },
  };
  const now = () => new Date(deps.time() + browser.skew);

  function start(own: Life): ReturnType<typeof createServiceScopes> {
    const storage = createDisk({ disk, logs, browser, stage, life: own });
    const fetch = createFaultyFetch({
      by: name,
      org,
      stage,
      life: own,
      dice,
      nextFault: () => browser.faults.shift(),
      now,
    });
    const remote = deps.kind === 'scrim' ? createScrimServerSource : createFullstorySource;
    return createServiceScopes({
      storage,
      vault: vaultOf(keys),
      openSource: (at) =>
        at.kind === 'local'
          ? createLocalSource({
              load: () => storage.readValue('local-rules'),
              save: (stored) => storage.writeValue('local-rules', stored),
              newId: dice.uuid,
              now,
            })
          : spoil(remote({ fetch, baseUrl: at.baseUrl, getKey: at.getKey })),
      now,
      newId: dice.uuid,
      random: dice.next,
      scheduleSettle: (seconds) => {
        browser.alarm = Math.min(browser.alarm ?? Number.POSITIVE_INFINITY, seconds);
      },
    });
  }
  return browser;
}

interface DiskDeps {
  readonly disk: Map<string, unknown>;
  readonly logs: { readonly log: string; readonly entry: object }[];
  readonly browser: Browser;
  readonly stage: Stage;
  readonly life: Life;
}

/** As `createJournalStore` keeps it: each write is on the disk or refused as a whole. */
function createDisk({ disk, logs, browser, stage, life }: DiskDeps): JournalStorage {
  const write = async (work: () => void) => {
    await stage.breathe(life);
    if (browser.quota > 0) {
      browser.quota -= 1;
      throw new ProblemError('storage-failed', 'QuotaExceededError');
    }
    work();
    await stage.breathe(life);
  };
  const read = async (log: string) => {
    await stage.breathe(life);
    return logs.flatMap((one, seq) => (one.log === log ? [{ ...structuredClone(one.entry), seq }] : []));
  };
  const append = (log: string, entry: object) =>
    write(() => void logs.push({ log, entry: structuredClone(entry) }));
  return {
    appendDraft: (source, entry) => append(`draft ${source}`, entry),
    readDraft: async (source) => (await read(`draft ${source}`)) as never,
    appendPush: (source, entry) => append(`push ${source}`, entry),
    readPushes: async (source) => (await read(`push ${source}`)) as never,
    appendProposal: (source, entry) => append(`proposals ${source}`, entry),
    readProposals: async (source) => (await read(`proposals ${source}`)) as never,
    async readValue(name) {
      await stage.breathe(life);
      return structuredClone(disk.get(name));
    },
    writeValue: (name, value) => write(() => void disk.set(name, structuredClone(value))),
  };
}

function vaultOf(keys: Map<string, string>): KeyVault {
  const refuse = () => Promise.reject(new Error('not of this world'));
  return {
    read: async ({ connection }) => keys.get(connection),
    write: async ({ connection }, key) => void keys.set(connection, key),
    forget: async () => keys.clear(),
    forgetRemembered: async () => undefined,
    stateOf: async ({ connection }) => (keys.has(connection) ? 'session' : 'missing'),
    isLocked: async () => false,
    ...{ remember: refuse, lock: refuse, unlock: refuse },
  };
}
