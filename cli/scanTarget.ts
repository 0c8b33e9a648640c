import type { CaptureScan } from '../core/capture/captureScan.ts';
import type { LookedAt } from '../core/report/makePageReport.ts';
import { scanSavedPage } from '../core/saved/scanSavedPage.ts';
import { scanSnapshot } from '../core/saved/scanSnapshot.ts';
import type { ScanRequest } from './browserHost.ts';
import type { CommandContext } from './commandContext.ts';
import { PageNotLoaded } from './pageNotLoaded.ts';
import type { CommonArguments } from './parseCommand.ts';
import type { PreparedScan } from './prepareScan.ts';
import { readSavedFile } from './readSavedFile.ts';
import { isSnapshotTarget, readSnapshotTarget } from './readSnapshotTarget.ts';
import type { Target } from './target.ts';

/** What a command says about how pages are opened. */
export type ScanArguments = Pick<CommonArguments, 'browser' | 'timeout' | 'wait' | 'watch'> & {
  /** Attribute whose value each field's facts carry as their `key`. */
  readonly fieldKey?: string;
} & Pick<ScanRequest, 'attendants' | 'place' | 'setting'>;

/**
 * Simulates the capture of one page, live or saved.
 *
 * @throws PageNotLoaded when the page could not be looked at
 */
export async function scanTarget(
  target: Target,
  { profile, options, ruleSet }: Pick<PreparedScan, 'profile' | 'options' | 'ruleSet'>,
  { browser: live, fieldKey, timeout, wait, watch, attendants, place, setting }: ScanArguments,
  context: Pick<CommandContext, 'browser'>,
): Promise<LookedAt> {
  const keyed = fieldKey === undefined ? {} : { fieldKey };
  if (isSnapshotTarget(target))
    return orNotLoaded(async () =>
      scanSnapshot(await readSnapshotTarget(target), { profile, options, ruleSet }),
    );
  if (live) {
    const how = {
      ...(attendants === undefined ? {} : { attendants }),
      ...(place === undefined ? {} : { place }),
      ...(setting === undefined ? {} : { setting }),
    };
    const request = { profile: profile.id, options, ruleSet, timeout, wait, watch, ...keyed, ...how };
    return context.browser.scan(target, request);
  }
  return orNotLoaded(async () => {
    const html = await readSavedFile(target);
    return scanSavedPage({ html, url: target.url, profile, options, ruleSet, resolveAddress, ...keyed });
  });
}

async function orNotLoaded(scan: () => Promise<CaptureScan>): Promise<CaptureScan> {
  try {
    return await scan();
  } catch (error) {
    if (error instanceof PageNotLoaded || !(error instanceof Error)) throw error;
    // One page that cannot be read is no reason to lose what is known of the others.
    throw new PageNotLoaded(`the file could not be read: ${error.message}`);
  }
}

function resolveAddress(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
