import type { PlannedLook } from '../../core/check/plannedLook.ts';
import { createCustomDetectors } from '../../core/leakSettings/createCustomDetectors.ts';
import { defaultProfileId } from '../../core/profiles/registry.ts';
import { makePageReport } from '../../core/report/makePageReport.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { BrowserHost } from '../browserHost.ts';
import { attendantsOf } from '../check/attendantsOf.ts';
import { defaultTimeout } from '../parseCommand.ts';
import { scanTarget } from '../scanTarget.ts';
import { parseTarget } from '../target.ts';
import type { Places } from './createPlaces.ts';
import { lookOptions } from './lookOptions.ts';
import type { PreparedRun } from './prepareRun.ts';

/**
 * Takes one look and says what it found.
 *
 * @throws PageNotLoaded when the page could not be looked at
 */
export async function takeLook(
  { page, step, settings }: PlannedLook,
  run: PreparedRun,
  browser: BrowserHost,
  places: Places,
): Promise<readonly PageReport[]> {
  const { command } = run.settings;
  const target = parseTarget(page, command.browser);
  const { wait = 0, watch = 0, timeout = defaultTimeout, viewport, locale, waitFor, consent } = settings;
  const scan = await scanTarget(
    target,
    { ...run, options: lookOptions(run.options, settings) },
    {
      browser: command.browser,
      timeout,
      wait,
      watch,
      attendants: attendantsOf({ settings, profile: run.profile.id }),
      place: places.placeOf(target, settings),
      setting: {
        ...(viewport === undefined ? {} : { viewport }),
        ...(locale === undefined ? {} : { locale }),
        ...(waitFor === undefined ? {} : { waitFor }),
        ...(consent?.click === undefined ? {} : { click: consent.click }),
      },
    },
    { browser },
  );
  const { today, showValues } = run.header.run;
  const isCompared = run.profile.id === defaultProfileId && run.rules.isOfOrg;
  const report = await makePageReport(page, scan, {
    ...(isCompared ? { listed: run.ruleSet } : {}),
    ...(step === undefined ? {} : { step }),
    showValues,
    // Of its own for each look: what one page stops in them would be missing on the page beside it.
    custom: createCustomDetectors(run.leakSettings),
    suppressions: run.leakSettings.suppressions,
    today,
    now: () => performance.now(),
  });
  return [report];
}
