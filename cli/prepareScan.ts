import type { DetectedRecorder } from '../core/detection/detectedRecorder.ts';
import type { LeakSettings } from '../core/leakSettings/leakSettings.ts';
import { OptionsError, type Profile } from '../core/profiles/profile.ts';
import { defaultProfileId, profileById, profiles } from '../core/profiles/registry.ts';
import type { RuleSet } from '../core/rules/rule.ts';
import type { CommandContext } from './commandContext.ts';
import { loadOptions, loadRuleSet } from './loadRuleSet.ts';
import { PageNotLoaded } from './pageNotLoaded.ts';
import { autoProfile, type CommonArguments } from './parseCommand.ts';
import { printable } from './printable.ts';
import type { Target } from './target.ts';
import { UsageError } from './usageError.ts';

/** What every page of one command is scanned with. */
export interface PreparedScan {
  readonly profile: Profile;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
  readonly leakSettings: LeakSettings;
}

/**
 * @param first the page that says which recorder it runs, for `--profile auto`
 * @throws UsageError for an unknown profile, options or rules of the wrong shape: before anything is scanned
 */
export async function prepareScan(
  args: CommonArguments,
  first: Target,
  context: CommandContext,
): Promise<PreparedScan> {
  const isGiven = args.options !== undefined;
  const { profile, options } = await prepareRecorder({ ...args, isGiven }, first, context, (known) =>
    loadOptions(args.options, known),
  );
  return { profile, options, ...(await loadRuleSet(args.rules, profile, context.today())) };
}

export interface RecorderArguments extends Pick<CommonArguments, 'profile' | 'timeout' | 'wait'> {
  /** Whether its configuration is given: then the page's own is not asked for. */
  readonly isGiven: boolean;
}

/**
 * The recorder that is played, and its configuration.
 *
 * @throws UsageError for an unknown profile, or options that it does not take
 */
export async function prepareRecorder(
  args: RecorderArguments,
  first: Target,
  context: CommandContext,
  optionsFor: (profile: Profile) => Promise<unknown>,
): Promise<Pick<PreparedScan, 'profile' | 'options'>> {
  const found = args.profile === autoProfile ? await detect(args, first, context) : undefined;
  const profile = found ? found.profile : findProfile(args.profile);
  const options = (await optionsFor(profile)) ?? found?.options;
  checkOptions(profile, options);
  return { profile, options };
}

interface Detected {
  readonly profile: Profile;
  readonly options?: unknown;
}

/** What the page says of itself, said to the person; FullStory where it says nothing. */
async function detect(
  args: RecorderArguments,
  first: Target,
  { browser, warn }: CommandContext,
): Promise<Detected> {
  const recorders = await recordersOf(first, args, browser);
  const named = recorders.map(({ name, version }) => (version === undefined ? name : `${name} ${version}`));
  const played = recorders.find(({ id, replay }) => replay !== false && profileById(id));
  const profile = findProfile(played?.id ?? defaultProfileId);
  const what = named.length > 0 ? named.join(', ') : 'no recorder';
  warn(
    `scrim: found ${what} on ${first.given}; playing ${profile.name}, ${configurationWords(args, played)}`,
  );
  return { profile, options: played?.options };
}

async function recordersOf(
  first: Target,
  { timeout, wait }: RecorderArguments,
  browser: CommandContext['browser'],
): Promise<readonly DetectedRecorder[]> {
  try {
    return await browser.detect(first, { timeout, wait });
  } catch (error) {
    // The scan that follows says why the page did not load.
    if (error instanceof PageNotLoaded) return [];
    throw error;
  }
}

function configurationWords({ isGiven }: RecorderArguments, played: DetectedRecorder | undefined): string {
  if (isGiven) return 'with --options';
  if (played?.options === undefined) return 'with its defaults: its configuration is not known';
  const untold = played.untold ?? [];
  return untold.length === 0
    ? 'with the configuration of the page'
    : `with the configuration of the page, which does not tell ${untold.join(', ')}`;
}

/** @throws UsageError for a recorder that there is not */
export function findProfile(id: string): Profile {
  const profile = profileById(id);
  if (profile) return profile;
  throw new UsageError(
    `there is no profile "${printable(id)}"; there are: ${profiles.map((known) => known.id).join(', ')}`,
  );
}

/** @throws UsageError when the recorder does not take these options */
export function checkOptions(profile: Profile, options: unknown): void {
  try {
    profile.parseOptions(options);
  } catch (error) {
    if (error instanceof OptionsError) throw new UsageError(printable(error.message));
    throw error;
  }
}
