// One randomised sequence: two browsers with two panels each, a colleague, a bad network, workers that die, a full disk
// and clocks that jump; then everything heals, and the judge looks at what is left.
import type { RuleContent } from '../../core/rules/rule.ts';
import type { SettingsSource } from '../../core/settings/settingsSource.ts';
import { address, type Browser, createBrowser } from './createBrowser.ts';
import { createDice, type Dice } from './createDice.ts';
import type { FaultOrg, FaultServer } from './createFaultServer.ts';
import { faults } from './createFaultyFetch.ts';
import { createPeople, type People } from './createPeople.ts';
import { createStage, type Stage } from './createStage.ts';
import { judgeRun, type Verdict } from './judgeRun.ts';
import type { RunLog } from './runLog.ts';

export interface RunOptions {
  readonly seed: number;
  readonly server: FaultServer;
  readonly kind: 'fullstory' | 'scrim';
  /** For engines that are broken on purpose. */
  readonly spoil?: (source: SettingsSource) => SettingsSource;
}

export interface RunResult extends Verdict {
  readonly seed: number;
  readonly acts: number;
  readonly saved: number;
  readonly writes: number;
  readonly kills: number;
  readonly faults: number;
  /** Pushes that did not end although everything works again. */
  readonly stuck: readonly string[];
}

interface Scene {
  readonly dice: Dice;
  readonly stage: Stage;
  readonly org: FaultOrg;
  readonly people: People;
  readonly browsers: readonly Browser[];
  readonly counts: { kills: number; faults: number };
  pass(ms: number): void;
  /** What panels and workers are at. */
  begin(browser: Browser, work: () => Promise<unknown>): void;
  /** Until nobody is at anything. */
  settle(): Promise<void>;
}

const actions = 14;
const minutes = 60_000;

export async function playRun({ seed, server, kind, spoil }: RunOptions): Promise<RunResult> {
  const dice = createDice(seed);
  const stage = createStage(dice);
  const countsRevisions = kind === 'scrim';
  const org = await server.open({ countsRevisions, rules: startingRules });
  let time = Date.parse('2026-11-01T10:00:00Z');
  const log: RunLog = { acts: [], confirmed: [], tick: 0 };
  const browsers = ['A', 'B'].map((name) =>
    createBrowser({ name, kind, org, stage, dice, time: () => time, ...(spoil ? { spoil } : {}) }),
  );
  const scene: Scene = {
    ...{ dice, stage, org, browsers, ...createTasks(stage) },
    people: createPeople({ dice, org, log }),
    counts: { kills: 0, faults: 0 },
    pass(ms) {
      time += ms;
      org.pass(ms);
    },
  };
  for (const browser of browsers) {
    const key = org.keys[browser.name] ?? '';
    scene.begin(browser, async () => (await browser.service()).connect({ kind, baseUrl: address, key }));
  }
  await scene.settle();
  const before = new Map(org.rules);
  const mayUndo = dice.chance(0.5);
  for (let at = 0; at < actions; at++) await act(scene, mayUndo);
  await scene.settle();
  const stuck = await heal(scene);
  const drafts = new Map<string, string>();
  for (const browser of browsers) {
    scene.begin(browser, async () => {
      const { draft } = await (await browser.service()).state();
      drafts.set(browser.name, JSON.stringify(draft.changes));
    });
  }
  await scene.settle();
  const { acts } = log;
  const saved = acts.filter((one) => one.savedAt !== undefined).length;
  const verdict = judgeRun({ log, org, before, drafts, countsRevisions });
  return { ...verdict, ...scene.counts, seed, acts: acts.length, saved, writes: org.writes.length, stuck };
}

function createTasks(stage: Stage): Pick<Scene, 'begin' | 'settle'> {
  return {
    begin(_browser, work) {
      // What fails is told to the person; the judge goes by what was said to be saved.
      void work().catch(() => undefined);
    },
    async settle() {
      while (await stage.step());
    },
  };
}

/** One thing that somebody does, or that happens; then some of what it set off. */
async function act(scene: Scene, mayUndo: boolean): Promise<void> {
  const { dice, stage, people, browsers } = scene;
  const browser = dice.pick(browsers);
  if (dice.chance(0.45)) trouble(scene, browser);
  const roll = dice.next();
  if (roll < 0.4) scene.begin(browser, () => people.edit(browser));
  else if (roll < 0.62)
    scene.begin(browser, () => people.push(browser, dice.pick(['live', 'live', 'preview'])));
  else if (roll < 0.7) scene.begin(browser, () => people.push(browser, dice.pick(['promote', 'withdraw'])));
  else if (roll < 0.82) await stage.working(people.colleague());
  else if (roll < 0.86) scene.begin(browser, () => people.decide(browser));
  else if (roll < 0.92) scene.begin(browser, async () => (await browser.service()).refresh());
  else if (mayUndo)
    scene.begin(browser, () => people.undo(browser, dice.pick(['undo', 'undo', 'redo', 'discard'])));
  await happen(scene, dice.chance(0.4) ? dice.below(25) : Number.POSITIVE_INFINITY);
  const pause = dice.pick([1_000, 1_000, 45_000, 3 * minutes, 12 * minutes, 20 * 60 * minutes]);
  scene.pass(dice.chance(0.3) ? pause : 1_000);
  ring(scene);
}

/** So many turns; in between a worker may die, and a colleague may come. */
async function happen(scene: Scene, turns: number): Promise<void> {
  const { dice, stage, people, browsers } = scene;
  const dies = dice.chance(0.25) ? dice.below(60) : -1;
  const comes = dice.chance(0.4) ? dice.below(50) : -1;
  for (let turn = 0; turn < turns; turn++) {
    if (!(await stage.step())) return;
    if (turn === comes) await stage.working(people.colleague());
    if (turn === dies) {
      scene.counts.kills += 1;
      restart(scene, dice.pick(browsers));
    }
  }
}

/** The browser starts the worker again, as it does for every event; the worker looks what was left open. */
function restart(scene: Scene, browser: Browser): void {
  browser.kill();
  scene.begin(browser, async () => (await browser.service()).settleInFlight());
}

function trouble(scene: Scene, browser: Browser): void {
  const { dice } = scene;
  const kind = dice.next();
  if (kind < 0.75) {
    const fault = dice.pick(faults);
    const lasting = dice.chance(0.25) ? 1 + dice.below(8) : 1;
    const spared = Array.from({ length: dice.below(7) }, () => undefined);
    browser.faults.push(...spared, ...Array.from({ length: lasting }, () => fault));
    scene.counts.faults += lasting;
  } else if (kind < 0.85) browser.quota += 1 + dice.below(2);
  else browser.skew += dice.pick([-1, 1]) * dice.pick([5, 90, 3 * 24 * 60]) * minutes;
}

/** Alarms are held back to half a minute by browsers, and ring late. */
function ring(scene: Scene): void {
  for (const browser of scene.browsers) {
    if (browser.alarm === undefined || !scene.dice.chance(0.6)) continue;
    browser.alarm = undefined;
    scene.begin(browser, async () => (await browser.service()).settleInFlight());
  }
}

/** No more faults: every push has to end, and whatever can be pushed is pushed. */
async function heal(scene: Scene): Promise<readonly string[]> {
  const stuck: string[] = [];
  for (const browser of scene.browsers) {
    Object.assign(browser, { quota: 0, skew: 0, alarm: undefined });
    browser.faults.length = 0;
    restart(scene, browser);
    await scene.settle();
    for (let round = 0; round < 6; round++) {
      scene.pass(20 * minutes);
      scene.begin(browser, () => endPushes(browser));
      await scene.settle();
    }
    scene.begin(browser, async () => stuck.push(...(await openPushes(browser))));
    scene.begin(browser, () => scene.people.push(browser, 'live'));
    await scene.settle();
  }
  return stuck;
}

async function endPushes(browser: Browser): Promise<void> {
  const service = await browser.service();
  await service.settleInFlight();
  const asking = (await service.state()).pushes.filter(({ heldSince }) => heldSince !== undefined);
  for (const { id } of asking) await service.decide({ pushId: id, decision: 'take-back' });
}

async function openPushes(browser: Browser): Promise<readonly string[]> {
  const { pushes } = await (await browser.service()).state();
  return pushes.filter(({ finishedAt }) => finishedAt === undefined).map(({ id }) => `${browser.name} ${id}`);
}

const startingRules: readonly RuleContent[] = ['names', 'cards', 'notes', 'orders'].map((name, at) => ({
  name,
  description: `About ${name}`,
  selector: `.${name}`,
  exceptions: at === 1 ? ['.card-help'] : [],
  action: at === 3 ? 'unmask' : 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
}));
