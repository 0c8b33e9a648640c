import { readFile } from 'node:fs/promises';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { scanSavedPage } from '../core/saved/scanSavedPage.ts';
import type { CommandContext } from './commandContext.ts';
import type { CommonArguments } from './parseCommand.ts';
import type { PreparedScan } from './prepareScan.ts';
import type { Target } from './target.ts';
import { UsageError } from './usageError.ts';

/**
 * Simulates the capture of one page, live or saved.
 *
 * @throws UsageError when a URL is to be read without a browser
 * @throws PageNotLoaded when the page could not be looked at
 */
export async function scanTarget(
  target: Target,
  { profile, options, ruleSet }: PreparedScan,
  { browser: live, timeout, wait }: CommonArguments,
  context: CommandContext,
): Promise<CaptureScan> {
  if (live) return context.browser.scan(target, { profile: profile.id, options, ruleSet, timeout, wait });
  if (target.file === undefined) {
    throw new UsageError('--no-browser takes files: a URL cannot be read without a browser');
  }
  const html = await readFile(target.file, 'utf8');
  return scanSavedPage({ html, url: target.url, profile, options, ruleSet });
}
