import type { PlannedLook } from '../../core/check/plannedLook.ts';
import type { LookedAt } from '../../core/report/makePageReport.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { setPage } from '../browser/setPage.ts';
import type { BrowserHost } from '../browserHost.ts';
import { builtScript } from '../builtScript.ts';
import { attendantsOf, seedOf, usualLocale, usualSeed } from '../check/attendantsOf.ts';
import type { Flow } from '../flows/flow.ts';
import { runFlow } from '../flows/runFlow.ts';
import { importModule } from '../importModule.ts';
import { PageNotLoaded } from '../pageNotLoaded.ts';
import { defaultTimeout } from '../parseCommand.ts';
import { within } from '../within.ts';
import type { Places } from './createPlaces.ts';
import type { PreparedRun } from './prepareRun.ts';
import { recorderOfLook, reporterOf } from './takeLook.ts';

/** A flow may go through many pages, and wait for each. */
const flowTimeout = 10 * 60_000;

/**
 * Runs the flow that a look stands for: a report for each of its steps.
 *
 * @throws PageNotLoaded when its module is no flow
 */
export async function takeFlow(
  look: PlannedLook,
  run: PreparedRun,
  browser: BrowserHost,
  places: Places,
): Promise<readonly PageReport[]> {
  const { settings, flow = '' } = look;
  const module = await importModule(flow);
  if (typeof module.default !== 'function')
    throw new PageNotLoaded('its module has no function as its default export');
  const { baseUrl } = run.settings.config;
  const origin = { given: look.page, url: baseUrl ?? 'about:blank' };
  const { options, custom, ruleSet, profile } = recorderOfLook(look, run);
  const { locale = usualLocale, viewport, visitor, wait = 0, timeout = defaultTimeout } = settings;
  const report = reporterOf(run, custom);
  return browser.inTab(places.placeOf(origin, settings), async (page) => {
    const size = viewport === undefined ? {} : { viewport };
    await setPage(page, { ...size, ...(settings.locale === undefined ? {} : { locale }) });
    const flowing = runFlow(
      { name: look.page, run: module.default as Flow },
      {
        page,
        pageScript: await builtScript('pageScript'),
        recorder: { profile: profile.id, options, ruleSet },
        wait,
        timeout,
        seed: seedOf(visitor) ?? usualSeed,
        locale,
        ...(baseUrl === undefined ? {} : { baseUrl }),
        attendants: attendantsOf({
          settings,
          profile: profile.id,
          hasPictures: false,
          showValues: run.header.run.showValues,
          custom,
          isFlow: true,
        }),
        report: (address: string, scan: LookedAt, step: string) => report(address, scan, stepOf(look, step)),
      },
    );
    return within(flowTimeout, flowing, 'the flow did not end');
  });
}

/** In each consent state a flow has steps of its own. */
function stepOf({ step: state }: PlannedLook, step: string): string {
  return state === undefined ? step : `${step} (${state})`;
}
