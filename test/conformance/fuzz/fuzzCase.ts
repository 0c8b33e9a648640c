import type { Browsers, Comparison } from '../compareCapture.ts';
import { compareCapture } from '../compareCapture.ts';
import type { RecorderId } from '../runTruth.ts';
import { servePlantedPage } from '../servePlantedPage.ts';
import type { Simulate } from '../simulateHere.ts';
import { fuzzOptions } from './fuzzOptions.ts';
import { type FuzzPage, fuzzPage } from './fuzzPage.ts';
import { storyOf } from './lateActions.ts';
import { seededRandom } from './seededRandom.ts';

export interface FuzzRequest {
  readonly recorder: RecorderId;
  readonly seed: number;
  readonly values: number;
  readonly changes: number;
  /** How often options are not what they should be. */
  readonly oddity: number;
  /** Instead of random ones. */
  readonly options?: Record<string, unknown> | undefined;
  /** Absent: in this process. */
  readonly simulate?: Simulate | undefined;
}

export interface FuzzResult extends Comparison {
  readonly page: FuzzPage;
  readonly options: Record<string, unknown>;
}

/** One random page, recorded with one random configuration by the real recorder and by Scrim. */
export async function fuzzCase(browsers: Browsers, request: FuzzRequest): Promise<FuzzResult> {
  const { recorder, seed, changes, oddity } = request;
  const page = fuzzPage(request);
  const options = request.options ?? fuzzOptions(recorder, seededRandom(seed * 7919 + 1), oddity);
  const served = await servePlantedPage(page);
  try {
    const variant = { recorder, name: `seed ${seed}`, options };
    const watch = storyOf(changes);
    const result = await compareCapture(
      browsers,
      variant,
      { ...page, url: served.url, watch },
      request.simulate,
    );
    return { ...result, page, options };
  } finally {
    await served.close();
  }
}
