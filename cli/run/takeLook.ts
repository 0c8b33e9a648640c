import type { PlannedLook } from '../../core/check/plannedLook.ts';
import {
  type CustomDetectors,
  createCustomDetectors,
} from '../../core/leakSettings/createCustomDetectors.ts';
import { defaultProfileId } from '../../core/profiles/registry.ts';
import { type LookedAt, makePageReport } from '../../core/report/makePageReport.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import type { BrowserHost } from '../browserHost.ts';
import { attendantsOf } from '../check/attendantsOf.ts';
import { defaultTimeout } from '../parseCommand.ts';
import type { PreparedScan } from '../prepareScan.ts';
import { scanTarget } from '../scanTarget.ts';
import { parseTarget } from '../target.ts';
import type { Places } from './createPlaces.ts';
import { lookName } from './lookName.ts';
import { lookOptions } from './lookOptions.ts';
import type { PreparedRun } from './prepareRun.ts';

/**
 * Takes one look and says what it found.
 *
 * @throws PageNotLoaded when the page could not be looked at
 */
export async function takeLook(
  look: PlannedLook,
  run: PreparedRun,
  browser: BrowserHost,
  places: Places,
): Promise<readonly PageReport[]> {
  const { page, step, settings } = look;
  const { command, reports } = run.settings;
  const target = parseTarget(page, command.browser);
  const played = recorderOfLook(look, run);
  const { wait = 0, watch = 0, timeout = defaultTimeout, viewport, locale, waitFor, consent } = settings;
  const setting = {
    ...(viewport === undefined ? {} : { viewport }),
    ...(locale === undefined ? {} : { locale }),
    ...(waitFor === undefined ? {} : { waitFor }),
    ...(consent?.click === undefined ? {} : { click: consent.click }),
  };
  const { custom } = played;
  const attendants = attendantsOf({
    settings,
    profile: run.profile.id,
    hasPictures: reports.some(({ id }) => id === 'html'),
    showValues: run.header.run.showValues,
    custom,
  });
  const place = places.placeOf(target, settings);
  const how = { browser: command.browser, timeout, wait, watch, attendants, place, setting };
  const scan = await scanTarget(target, played, how, { browser });
  const name = lookName(look, run.header.run.showValues);
  return [await reporterOf(run, custom)(name, scan, step)];
}

/** The recorder as one look plays it, with detectors of its own: what one page stops in them is not missing on another. */
export function recorderOfLook(
  { settings }: PlannedLook,
  run: PreparedRun,
): Pick<PreparedScan, 'profile' | 'options' | 'ruleSet'> & { readonly custom: CustomDetectors } {
  const { profile, ruleSet } = run;
  const options = lookOptions(run.options, settings);
  return { profile, ruleSet, options, custom: createCustomDetectors(run.leakSettings) };
}

/** Makes reports with all that they need of the run. */
export function reporterOf(run: PreparedRun, custom: CustomDetectors) {
  const { today, showValues } = run.header.run;
  const isCompared = run.profile.id === defaultProfileId && run.rules.isOfOrg;
  return (page: string, scan: LookedAt, step: string | undefined): Promise<PageReport> =>
    makePageReport(page, scan, {
      ...(isCompared ? { listed: run.ruleSet } : {}),
      ...(step === undefined ? {} : { step }),
      showValues,
      custom,
      suppressions: run.leakSettings.suppressions,
      today,
      now: () => performance.now(),
    });
}
