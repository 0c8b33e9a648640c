import * as v from 'valibot';
import type { CallSources } from './readTraces.ts';
import { traceAnswerIn } from './traceAnswer.ts';

/** What a page says to its recorder by itself: no element rule governs it. Values of the page: memory only. */
export interface PageCalls {
  readonly calls: readonly PageCall[];
  /** False: there was more than is read. */
  readonly isWhole: boolean;
  /** They were heard from the page's first script on (command line); else read where they wait. */
  readonly isHeard: boolean;
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
  isHeard: false,
  isTaken: false,
  layers: [],
  isObserved: false,
};

export const maxCalls = 300;
/** JSON of one call that was heard, in UTF-16 units. */
export const maxHeardCall = 20_000;

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
    isHeard: false,
    calls: queued.map(callOf),
  };
}

/**
 * @param calls what stands on the page
 * @param heard JSON of `[operation, payload]` for each call since the page's first script; the page may have written it
 */
export function withHeardCalls(calls: PageCalls, heard: unknown): PageCalls {
  if (!Array.isArray(heard)) return { ...calls, isWhole: false };
  const known = heard.slice(0, maxCalls).map((text: unknown) => v.safeParse(heardCall, jsonOf(text)));
  return {
    ...calls,
    calls: known.flatMap(({ success, output }) => (success ? [callOf(output)] : [])),
    isHeard: true,
    isWhole: heard.length <= maxCalls && known.every(({ success }) => success),
  };
}

const heardCall = v.tuple([v.unknown(), v.unknown()]);

function callOf([operation, payload]: readonly [unknown, unknown]): PageCall {
  return { operation: typeof operation === 'string' ? operation.slice(0, 60) : '', payload };
}

function jsonOf(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > maxHeardCall) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
