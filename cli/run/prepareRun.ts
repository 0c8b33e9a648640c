// Everything that is settled before the first page is opened: usage errors cost no browser.

import { existsSync, readFileSync } from 'node:fs';
import { plainOptions } from '../../core/check/plainOptions.ts';
import { planLooks } from '../../core/check/planLooks.ts';
import type { PlannedLook } from '../../core/check/plannedLook.ts';
import type { ResultsHeader } from '../../core/check/resultsFile.ts';
import { resultsVersion } from '../../core/check/resultsFile.ts';
import { shardOf } from '../../core/check/shardOf.ts';
import { createCustomDetectors } from '../../core/leakSettings/createCustomDetectors.ts';
import type { LeakSettings } from '../../core/leakSettings/leakSettings.ts';
import { readLeakSettings } from '../../core/leakSettings/readLeakSettings.ts';
import type { RunNote } from '../../core/report/checkRun.ts';
import type { CommandContext } from '../commandContext.ts';
import { leakSettingsWords } from '../leakSettingsWords.ts';
import { loadOptions } from '../loadRuleSet.ts';
import { refuseWithoutBrowser } from '../parseCommand.ts';
import { checkOptions, type PreparedScan, prepareRecorder } from '../prepareScan.ts';
import { measuredOf } from '../reporters/measured.ts';
import { parseTarget } from '../target.ts';
import { UsageError } from '../usageError.ts';
import { bindingOf, listHash } from './bindingOf.ts';
import type { NumberedLook } from './createLookQueue.ts';
import type { Robots } from './createRobots.ts';
import { findPages } from './findPages.ts';
import { loadRunRules, type RunRules } from './loadRunRules.ts';
import { lookOptions } from './lookOptions.ts';
import { refuseUnknownKinds } from './refuseUnknownKinds.ts';
import { refuseUnseen } from './refuseUnseen.ts';
import { baselineFile } from './runBaseline.ts';
import type { RunSettings } from './runSettings.ts';

export interface PreparedRun extends PreparedScan {
  readonly settings: RunSettings;
  readonly rules: RunRules;
  /** All looks of the run, those of other shards too: their number is their place in it. */
  readonly looks: readonly PlannedLook[];
  /** Those of this shard. */
  readonly mine: readonly NumberedLook[];
  readonly header: ResultsHeader;
  readonly robots?: Robots;
}

/** @throws UsageError for everything that is wrong before a page is opened; PageNotLoaded when the rules cannot be had */
export async function prepareRun(settings: RunSettings, context: CommandContext): Promise<PreparedRun> {
  const { command, config, over, profile: id, run } = settings;
  const { browser } = command;
  refuseWithoutBrowser({ browser, watch: over.watch ?? config.defaults?.watch ?? 0, profile: id });
  const signal = context.interrupted ?? new AbortController().signal;
  const found = await findPages(settings, { fetch: context.fetch ?? fetch, signal });
  const plan = planLooks(found.pages, {
    ...config,
    over,
    addressOf: (page) => addressOf(page, browser),
  });
  const { looks } = plan;
  for (const look of looks) checkLook(look, browser);
  const recorder = await recorderOf(settings, looks, context);
  const today = context.today();
  const rules = await loadRunRules(settings, recorder.profile, {
    fetch: context.fetch ?? fetch,
    environment: context.environment ?? {},
    today,
  });
  for (const look of distinct(looks))
    checkOptions(recorder.profile, lookOptions(recorder.options, look.settings));
  const leakSettings = withConfigured(rules.leakSettings, settings, context);
  refuseUnknownKinds(config.failOn, leakSettings);
  const notes = [...found.notes, ...duplicateNote(plan.duplicates)];
  const prepared = { settings, rules, looks, ...recorder, ruleSet: rules.ruleSet, leakSettings };
  const mine = looks
    .map((look, at) => ({ at, look }))
    .filter(({ look }) => !command.shard || shardOf(look, command.shard.of) === command.shard.index);
  return {
    ...prepared,
    mine,
    header: headerOf(prepared, notes, { today, version: context.version ?? '' }),
    ...(found.robots && (run.robots ?? true) ? { robots: found.robots } : {}),
  };
}

function headerOf(
  { settings, rules, looks, profile, options, leakSettings }: Omit<PreparedRun, 'mine' | 'header' | 'robots'>,
  notes: readonly RunNote[],
  { today, version }: { readonly today: string; readonly version: string },
): ResultsHeader {
  const { command, config } = settings;
  const { showValues, maxLeaks, shard } = command;
  const custom = createCustomDetectors(leakSettings);
  const problems = [...custom.problems, ...leakSettings.problems.filter(({ kind }) => kind !== 'detector')];
  const { ruleSet, rulesFile } = rules;
  const where = { folder: settings.folder, isUpdated: command.update !== undefined };
  const baseline = baselineFile(command.baseline, config.baseline, where);
  const measured = measuredOf({ profile, options, ruleSet });
  return {
    scrim: resultsVersion,
    file: 'check-results',
    binding: bindingOf({
      profile: profile.id,
      options,
      ruleSet,
      leakSettings,
      showValues,
      config,
      over: settings.over,
      version,
      flows: looks.flatMap(({ flow }) => (flow === undefined ? [] : [readFileSync(flow, 'utf8')])),
      browser: command.browser,
    }),
    list: listHash(looks),
    looks: looks.length,
    ...(shard === undefined ? {} : { shard }),
    run: {
      profile: profile.id,
      detectors: custom.detectors.flatMap(({ id }) => {
        const own = custom.ownOf(id);
        return own ? [{ id, ...own }] : [];
      }),
      ...(rulesFile === undefined ? {} : { rulesFile }),
      ...(measured === undefined ? {} : { measured }),
      settingsProblems: problems,
      notes,
      ...(baseline === undefined ? {} : { baseline }),
      ...(command.targets.length > 0 && settings.configFile !== undefined ? { isPart: true } : {}),
      failOn: { ...config.failOn, ...(maxLeaks === undefined ? {} : { maxLeaks }) },
      showValues,
      today,
    },
  };
}

/** @throws UsageError for what cannot be opened */
function checkLook(look: PlannedLook, browser: boolean): void {
  const { page, flow, notInspected } = look;
  if (flow !== undefined) {
    if (!browser) throw new UsageError('--no-browser takes files: a flow cannot be run without a browser');
    if (!existsSync(flow)) throw new UsageError(`there is no flow ${page}`);
  } else if (notInspected === undefined) refuseUnseen(look, parseTarget(page, browser), browser);
}

function duplicateNote(count: number): RunNote[] {
  return count > 0 ? [{ what: 'duplicates', params: { count } }] : [];
}

async function recorderOf(
  { command, config, profile, over }: RunSettings,
  looks: readonly PlannedLook[],
  context: CommandContext,
): Promise<Pick<PreparedScan, 'profile' | 'options'>> {
  const first = looks.find(({ notInspected, flow }) => notInspected === undefined && !flow);
  const target = parseTargetOr(first?.page, command.browser);
  const { options } = config;
  const args = {
    profile,
    timeout: over.timeout ?? config.defaults?.timeout ?? defaultTimeout,
    wait: over.wait ?? config.defaults?.wait ?? 0,
    isGiven: command.options !== undefined || options !== undefined,
  };
  return prepareRecorder(args, target, context, async (known) =>
    command.options === undefined ? plainOptions(options) : loadOptions(command.options, known),
  );
}

const defaultTimeout = 30_000;

/** Where no page can be opened nothing is detected, and the run says why. */
function parseTargetOr(page: string | undefined, browser: boolean) {
  return page === undefined ? { given: '', url: 'about:blank' } : parseTarget(page, browser);
}

function addressOf(page: string, browser: boolean): string {
  // What was found and cannot be opened keeps its own name.
  if (!/^https?:/i.test(page)) return page;
  return URL.canParse(page) ? parseTarget(page, browser).url : page;
}

/** One look for each distinct configuration of the recorder: thousands of pages share a few. */
function distinct(looks: readonly PlannedLook[]): readonly PlannedLook[] {
  const seen = new Map<string, PlannedLook>();
  for (const look of looks) {
    const { options, consent } = look.settings;
    seen.set(JSON.stringify([options, consent?.options]), look);
  }
  return [...seen.values()];
}

/** The configuration's suppressions beside those of the rule file; of two with one id the configuration's counts. */
function withConfigured(
  rules: LeakSettings,
  { config }: RunSettings,
  { t, today }: CommandContext,
): LeakSettings {
  const { suppressions, problems } = readLeakSettings({ suppressions: config.suppressions }, today());
  const [problem] = problems;
  if (problem) throw new UsageError(leakSettingsWords(problem, t));
  const ids = new Set(suppressions.map(({ id }) => id));
  return {
    ...rules,
    suppressions: [...rules.suppressions.filter(({ id }) => !ids.has(id)), ...suppressions],
  };
}
