import { resolve } from 'node:path';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { plainOptions } from '../../core/check/plainOptions.ts';
import { createCustomDetectors } from '../../core/leakSettings/createCustomDetectors.ts';
import { defaultProfileId } from '../../core/profiles/registry.ts';
import { makePageReport } from '../../core/report/makePageReport.ts';
import { pageName } from '../../core/report/pageName.ts';
import type { PageReport } from '../../core/report/pageReport.ts';
import { builtScript } from '../builtScript.ts';
import { type DrivenPage, scanOpenPage } from '../flows/scanOpenPage.ts';
import { loadRuleSet } from '../loadRuleSet.ts';
import { checkOptions, findProfile } from '../prepareScan.ts';

export interface ScrimSettings {
  /** Path of a rule file. Absent: the recorder's public built-in rules. */
  readonly rules?: string;
  /** Id of a recorder. Default: `fullstory`. */
  readonly recorder?: string;
  /** The recorder's own configuration, as the site passes it. */
  readonly options?: unknown;
  /** Milliseconds until a page that does not answer is given up. Default: 30,000. */
  readonly timeout?: number;
}

/** One look at a page that a test has opened. */
export interface ScannedPage {
  /** What `scrim check` would say of it. No raw value is in here. */
  readonly report: PageReport;
  /** The simulation itself, with raw values: for the matchers, and to be thrown away. */
  readonly scan: CaptureScan;
  /** Numbers of the elements that a selector matches. */
  idsOf(selector: string): Promise<readonly number[]>;
}

export interface Scrim {
  /** @param page of Puppeteer, or of Playwright with Chromium, as it is now */
  scan(page: DrivenPage, step?: string): Promise<ScannedPage>;
}

const usualTimeout = 30_000;

/** @throws UsageError for rules, a recorder or options that are not right */
export async function createScrim(settings: ScrimSettings = {}): Promise<Scrim> {
  const { recorder = defaultProfileId, timeout = usualTimeout } = settings;
  const profile = findProfile(recorder);
  const options = plainOptions(settings.options);
  checkOptions(profile, options);
  const today = new Date().toISOString().slice(0, 10);
  const rules = settings.rules === undefined ? undefined : resolve(settings.rules);
  const { ruleSet, leakSettings } = await loadRuleSet(rules, profile, today);

  return {
    async scan(page, step) {
      const pageScript = await builtScript('pageScript');
      const looked = await scanOpenPage(page, { pageScript, profile: profile.id, options, ruleSet, timeout });
      const report = await makePageReport(pageName(looked.scan.url), looked.scan, {
        ...(step === undefined ? {} : { step }),
        showValues: false,
        custom: createCustomDetectors(leakSettings),
        suppressions: leakSettings.suppressions,
        today,
        now: () => performance.now(),
      });
      return { report, ...looked };
    },
  };
}
