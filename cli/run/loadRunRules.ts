// Where the rules of a run come from: nothing, a file, or a settings source with a key from the environment.
import { relative, resolve, sep } from 'node:path';
import { createFullstorySource } from '../../connectors/fullstory.ts';
import { createScrimServerSource } from '../../connectors/scrimServer.ts';
import type { RulesFromServer } from '../../core/check/checkConfig.ts';
import { noLeakSettings } from '../../core/leakSettings/leakSettings.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { RulesFile } from '../../core/report/checkRun.ts';
import { withBuiltIns } from '../../core/rules/withBuiltIns.ts';
import { regionOfKey } from '../../core/settings/fullstoryRegion.ts';
import { ruleLines } from '../../core/settings/ruleLines.ts';
import { SettingsError, type SettingsSource } from '../../core/settings/settingsSource.ts';
import { type LoadedRules, loadRuleSet, withMeasuredFile } from '../loadRuleSet.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import { printable } from '../printable.ts';
import { readTextFile } from '../readJsonFile.ts';
import { UsageError } from '../usageError.ts';
import type { RunSettings } from './runSettings.ts';

export interface RunRules extends LoadedRules {
  /** Absent: they are no file. */
  readonly rulesFile?: RulesFile;
  /** Whether they are the org's, which a recorder that runs in the page may be compared with. */
  readonly isOfOrg: boolean;
}

export interface RulesDeps {
  readonly fetch: typeof fetch;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly today: string;
}

const usualVariable = 'SCRIM_API_KEY';
/** FullStory's API where no address is given; keys of the other region have their own prefix. */
const fullstoryUrls = { na1: 'https://api.fullstory.com', eu1: 'https://api.eu1.fullstory.com' } as const;

/**
 * @throws UsageError when a file cannot be read or the key is missing
 * @throws PageNotLoaded when a settings source refuses, or cannot be reached: nothing can be said of any page
 */
export async function loadRunRules(
  settings: RunSettings,
  profile: Profile,
  deps: RulesDeps,
): Promise<RunRules> {
  const { measured } = settings.config;
  const rules = await rulesOf(settings, profile, deps);
  if (measured === undefined) return rules;
  const ruleSet = await withMeasuredFile(resolve(settings.folder, measured), rules.ruleSet, deps.today);
  return { ...rules, ruleSet };
}

async function rulesOf(
  { command, config, folder }: RunSettings,
  profile: Profile,
  { fetch, environment, today }: RulesDeps,
): Promise<RunRules> {
  const configured = typeof config.rules === 'string' ? resolve(folder, config.rules) : config.rules;
  const source = command.rules ?? configured;
  if (source === undefined || typeof source === 'string') {
    const loaded = await loadRuleSet(source, profile, today);
    const rulesFile = source === undefined ? {} : { rulesFile: await placesIn(source, loaded) };
    return { ...loaded, ...rulesFile, isOfOrg: source !== undefined };
  }
  const settings = sourceOf(source, fetch, environment);
  try {
    const ruleSet = withBuiltIns(await settings.read(), profile.offlineRules());
    return { ruleSet, leakSettings: noLeakSettings, isOfOrg: true };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const why = printable(`${error.code}: ${error.message}`);
    throw new PageNotLoaded(
      `the rules could not be read from ${source.from} (${why}): nothing was looked at. ${mendOf(error, source)}`,
    );
  }
}

async function placesIn(file: string, { ruleSet }: LoadedRules): Promise<RulesFile> {
  const text = await readTextFile(file);
  const own = ruleSet.rules.filter(({ id }) => !id.startsWith('built-in:'));
  const path = relative(process.cwd(), resolve(file)).split(sep).join('/');
  return { path, lines: ruleLines(text, own) };
}

function sourceOf(
  { from, url, keyVariable = usualVariable }: RulesFromServer,
  fetch: RulesDeps['fetch'],
  environment: RulesDeps['environment'],
): SettingsSource {
  const key = environment[keyVariable];
  if (key === undefined || key === '')
    throw new UsageError(
      `the rules are read from ${from}: put its key into the environment as ${keyVariable}`,
    );
  const getKey = () => key;
  try {
    if (from === 'fullstory')
      return createFullstorySource({ fetch, getKey, baseUrl: url ?? fullstoryUrl(key) });
    if (url === undefined) throw new UsageError('rules from a Scrim server: say where it is in rules.url');
    return createScrimServerSource({ fetch, getKey, baseUrl: url });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new UsageError(`rules.url: ${printable(error.message)}`);
  }
}

/** What a person can do about it. Never the key, and no address: that may hold one. */
function mendOf({ code }: SettingsError, { keyVariable = usualVariable }: RulesFromServer): string {
  switch (code) {
    case 'key-refused':
    case 'role-too-low':
      return `Put a key that may read the rules into the environment as ${keyVariable}`;
    case 'wrong-region':
    case 'not-an-api':
    case 'not-found':
      return 'See that rules.url names the settings server itself, of the region that the key is of';
    case 'unreachable':
      return 'See that rules.url is right, and that this machine can reach it';
    default:
      return 'Try again; if it stays so, read the rules from a file meanwhile (rules: "<file>")';
  }
}

/** Older keys do not say where they belong: `identify` would, and the API refuses them elsewhere. */
function fullstoryUrl(key: string): string {
  return fullstoryUrls[regionOfKey(key) ?? 'na1'];
}
