import { readFile } from 'node:fs/promises';
import type { Browser } from 'puppeteer';
import { createBrowserHost } from '../../cli/browserHost.ts';
import { expandRecords } from '../../cli/expandRecords.ts';
import type { CaptureRecord } from '../../core/capture/captureRecord.ts';
import { profileById } from '../../core/profiles/registry.ts';
import { buildPageScript } from '../../scripts/buildPageScript.ts';
import type { Variant } from './compareCapture.ts';

/** Scrim's word on what the recorder of a variant sends of a page. */
export type Simulate = (
  browser: Browser,
  variant: Variant,
  url: string,
  watch: number,
) => Promise<readonly CaptureRecord[]>;

let script: Promise<string> | undefined;

/** Scrim's own simulation of the same recorder on the same page: the code of `scrim capture`, in this process. */
export const simulateHere: Simulate = async (browser, variant, url, watch) => {
  script ??= buildPageScript().then((file) => readFile(file, 'utf8'));
  const host = createBrowserHost({ launch: async () => browser, pageScript: await script });
  const profile = profileById(variant.recorder);
  if (!profile) throw new Error(`there is no profile ${variant.recorder}`);
  const ruleSet = profile.offlineRules();
  const { options, recorder } = variant;
  const request = { profile: recorder, options, ruleSet, timeout: 30_000, wait: 0, watch };
  return expandRecords(await host.scan({ given: url, url }, request));
};
