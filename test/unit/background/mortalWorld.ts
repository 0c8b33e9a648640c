// A disk, an org's server and a clock that outlive workers; and workers that can be killed before or after anything they do.
import type { JournalStorage } from '../../../background/journalStorage.ts';
import type { KeyVault } from '../../../background/keyVault.ts';
import { createSettingsService, type SettingsService } from '../../../background/settingsService.ts';
import { readPolicy } from '../../../core/policy/readPolicy.ts';
import type { Rule, RuleContent, RuleSet } from '../../../core/rules/rule.ts';
import { ruleWithContent } from '../../../core/settings/ruleWithContent.ts';
import { SettingsError, type SettingsSource } from '../../../core/settings/settingsSource.ts';

export interface World {
  rules: Rule[];
  readonly disk: Map<string, unknown>;
  readonly logs: { readonly log: string; readonly entry: object }[];
  /** What our writes replaced, and by what; null: removed. */
  readonly replaced: { readonly before: Rule; readonly after: RuleContent | null }[];
  creates: number;
  /** Whose the key is. */
  orgId: string;
  /** What the organisation says, as the browser gives it. */
  policy: Readonly<Record<string, unknown>>;
  time: number;
  settleIn: number | undefined;
  /** Thrown by the next operation of this name. */
  readonly failNext: Map<string, SettingsError>;
  /** Called before the server does anything. */
  onServer: (operation: string) => void;
}

export interface Worker {
  readonly service: SettingsService;
  /** Resolves when the worker is dead; then nothing of it ever goes on. */
  readonly dead: Promise<'dead'>;
}

export function createWorld(rules: readonly Rule[]): World {
  return {
    rules: [...rules],
    disk: new Map(),
    logs: [],
    replaced: [],
    creates: 0,
    orgId: 'o-ACME1-na1',
    policy: {},
    time: Date.parse('2026-11-01T10:00:00Z'),
    settleIn: undefined,
    failNext: new Map(),
    onServer: () => undefined,
  };
}

/** A worker on this world, which dies at its `dieAt`-th breath (there are two to each operation). */
export function startWorker(world: World, dieAt = Number.POSITIVE_INFINITY): Worker {
  let breaths = 0;
  let die: (how: 'dead') => void = () => undefined;
  const dead = new Promise<'dead'>((resolve) => {
    die = resolve;
  });
  const breathe = async () => {
    breaths += 1;
    if (breaths < dieAt) return;
    die('dead');
    await new Promise(() => undefined);
  };
  const alive = async <T>(effect: () => T): Promise<T> => {
    await breathe();
    const result = effect();
    await breathe();
    return result;
  };
  const service = createSettingsService({
    storage: diskOf(world, alive),
    vault: vaultOf(world),
    openSource: () => serverOf(world, alive),
    now: () => new Date(world.time),
    newId: () => crypto.randomUUID(),
    policy: async () => readPolicy(world.policy),
    scheduleSettle: (seconds) => {
      world.settleIn = seconds;
    },
  });
  return { service, dead };
}

/** One key, on the world's disk beside everything else. */
function vaultOf({ disk }: World): KeyVault {
  const refuse = () => Promise.reject(new Error('not of this world'));
  return {
    read: async () => disk.get('key') as string | undefined,
    write: async (_slot, key) => void disk.set('key', key),
    forget: async () => void disk.delete('key'),
    stateOf: async () => (disk.has('key') ? 'session' : 'missing'),
    isLocked: async () => false,
    ...{ remember: refuse, lock: refuse, unlock: refuse, forgetRemembered: refuse },
  };
}

type Alive = <T>(effect: () => T) => Promise<T>;

export function diskOf(world: Pick<World, 'disk' | 'logs'>, alive: Alive): JournalStorage {
  const append = (log: string, entry: object) =>
    alive(() => void world.logs.push({ log, entry: structuredClone(entry) }));
  const read = (log: string) =>
    alive(() =>
      world.logs.flatMap((one, seq) => (one.log === log ? [{ ...structuredClone(one.entry), seq }] : [])),
    );
  return {
    appendDraft: (source, entry) => append(`draft ${source}`, entry),
    readDraft: async (source) => (await read(`draft ${source}`)) as never,
    appendPush: (source, entry) => append(`push ${source}`, entry),
    readPushes: async (source) => (await read(`push ${source}`)) as never,
    appendProposal: (source, entry) => append(`proposal ${source}`, entry),
    readProposals: async (source) => (await read(`proposal ${source}`)) as never,
    readValue: (name) => alive(() => structuredClone(world.disk.get(name))),
    writeValue: (name, value) => alive(() => void world.disk.set(name, structuredClone(value))),
  };
}

/** An org's settings as the API keeps them: no versions, full replace, creates remembered by their key. */
function serverOf(world: World, alive: Alive): SettingsSource {
  const made = keysOf(world);
  const act = <T>(operation: string, effect: () => T): Promise<T> =>
    alive(() => {
      world.onServer(operation);
      const failure = world.failNext.get(operation);
      world.failNext.delete(operation);
      if (failure) throw failure;
      return structuredClone(effect());
    });
  const find = (id: string) => world.rules.find((rule) => rule.id === id);
  return {
    kind: 'fullstory',
    identify: () =>
      act('identify', () => ({
        orgId: world.orgId,
        email: 'a@example.com',
        role: 'ADMIN',
        canWrite: true,
      })),
    read: () => act('read', (): RuleSet => ({ rules: world.rules, groups: [], gaps: [] })),
    readRule: (id) => act('readRule', () => find(id) ?? null),
    create: (content, key) =>
      act('create', () => {
        const before = find(made.get(key) ?? '');
        if (before) return before;
        world.creates += 1;
        const rule: Rule = { ...content, id: `made-${world.creates}`, groupId: '0', editable: 'any' };
        made.set(key, rule.id);
        world.rules.push(rule);
        return rule;
      }),
    update: (id, content) =>
      act('update', () => {
        const before = find(id);
        if (!before) throw new SettingsError('not-found', 'gone');
        world.replaced.push({ before, after: content });
        const rule = ruleWithContent(before, content);
        world.rules = world.rules.map((one) => (one.id === id ? rule : one));
        return rule;
      }),
    remove: (id) =>
      act('remove', () => {
        const before = find(id);
        if (!before) throw new SettingsError('not-found', 'gone');
        world.replaced.push({ before, after: null });
        world.rules = world.rules.filter((one) => one.id !== id);
      }),
  };
}

function keysOf(world: World): Map<string, string> {
  const kept = world.disk.get('server keys') as Map<string, string> | undefined;
  const keys = kept ?? new Map<string, string>();
  world.disk.set('server keys', keys);
  return keys;
}

/** What the rules say, without who they are, in no particular order. */
export function contentsOf(rules: readonly RuleContent[]): readonly string[] {
  const fields = (rule: RuleContent) =>
    JSON.stringify([
      rule.name,
      rule.description ?? '',
      rule.selector,
      [...rule.exceptions].sort(),
      rule.action,
      rule.consent,
      rule.scope,
      [...rule.platforms].sort(),
    ]);
  return rules.map(fields).sort();
}
