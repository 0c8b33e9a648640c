import * as v from 'valibot';
import type { CallSources } from './readTraces.ts';
import { traceAnswerIn } from './traceAnswer.ts';

/** What a page says to its recorder by itself: no element rule governs it. Values of the page: memory only. */
export interface PageCalls {
  readonly calls: readonly PageCall[];
  /** False: there was more than is read. */
  readonly isWhole: boolean;
  /** The recorder's script has taken the calls over: what was said before cannot be seen any more. */
  readonly isTaken: boolean;
  readonly layers: readonly DataLayer[];
  /** FullStory's own reader of data layers is on the page. */
  readonly isObserved: boolean;
}

export interface PageCall {
  /** `setIdentity`, or the first version's `user`, `event`. */
  readonly operation: string;
  readonly payload: unknown;
}

export interface DataLayer {
  readonly name: string;
  readonly entries: number;
  readonly held: unknown;
  readonly isWhole: boolean;
}

/** https://developer.fullstory.com/browser/getting-started/ and, for data layers, https://github.com/fullstorydev/fullstory-data-layer-observer */
export const callSources: CallSources = {
  namespace: ['_fs_namespace', 'FS'],
  layers: ['dataLayer', 'digitalData', 'utag_data', 'adobeDataLayer'],
  observers: ['_dlo_appender', '_dlo_rules', '_dlo_observer'],
};

export const noPageCalls: PageCalls = {
  calls: [],
  isWhole: true,
  isTaken: false,
  layers: [],
  isObserved: false,
};

const maxCalls = 300;

const answer = v.object({
  queued: v.pipe(v.array(v.tuple([v.unknown(), v.unknown()])), v.maxLength(maxCalls)),
  isWhole: v.boolean(),
  isTaken: v.boolean(),
  layers: v.pipe(
    v.array(
      v.object({
        name: v.picklist(callSources.layers),
        entries: v.pipe(v.number(), v.integer(), v.minValue(0)),
        held: v.unknown(),
        isWhole: v.boolean(),
      }),
    ),
    v.maxLength(callSources.layers.length),
  ),
  isObserved: v.boolean(),
});

/**
 * @param text what `readTraces` answered in the page's own world; the page may have written it
 * @returns nothing, and not whole, when it is not of that shape
 */
export function parsePageCalls(text: unknown): PageCalls {
  const { success, output } = v.safeParse(answer, traceAnswerIn(text, 'calls'));
  if (!success) return { ...noPageCalls, isWhole: false };
  const { queued, ...rest } = output;
  return {
    ...rest,
    calls: queued.map(([operation, payload]) => ({
      operation: typeof operation === 'string' ? operation.slice(0, 60) : '',
      payload,
    })),
  };
}
