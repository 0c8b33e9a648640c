import { readFile } from 'node:fs/promises';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { OptionsError, type Profile } from '../core/profiles/profile.ts';
import { profileById, profiles } from '../core/profiles/registry.ts';
import { scanSavedPage } from '../core/saved/scanSavedPage.ts';
import type { CommandContext } from './commandContext.ts';
import { loadOptions, loadRuleSet } from './loadRuleSet.ts';
import type { CommonArguments } from './parseCommand.ts';
import type { Target } from './target.ts';
import { UsageError } from './usageError.ts';

/**
 * Simulates the capture of one page, live or saved.
 *
 * @throws UsageError for an unknown profile, options or rules of the wrong shape
 * @throws PageNotLoaded when the page could not be looked at
 */
export async function scanTarget(
  target: Target,
  args: CommonArguments,
  context: CommandContext,
): Promise<CaptureScan> {
  const profile = findProfile(args.profile);
  const options = await loadOptions(args.options);
  checkOptions(profile, options);
  const ruleSet = await loadRuleSet(args.rules, profile);
  if (args.browser) {
    const { timeout, wait } = args;
    return context.browser.scan(target, { profile: profile.id, options, ruleSet, timeout, wait });
  }
  if (target.file === undefined)
    throw new UsageError('--no-browser takes files: a URL cannot be read without a browser');
  const html = await readFile(target.file, 'utf8');
  return scanSavedPage({ html, url: target.url, profile, options, ruleSet });
}

function findProfile(id: string): Profile {
  const profile = profileById(id);
  if (profile) return profile;
  throw new UsageError(
    `there is no profile "${id}"; there are: ${profiles.map((known) => known.id).join(', ')}`,
  );
}

function checkOptions(profile: Profile, options: unknown): void {
  try {
    profile.parseOptions(options);
  } catch (error) {
    if (error instanceof OptionsError) throw new UsageError(error.message);
    throw error;
  }
}
