import * as v from 'valibot';
import { optionsOfTrace } from './optionsOfTrace.ts';
import { recorderTraces } from './recorderTraces.ts';
import { traceListIn } from './traceAnswer.ts';

/** A recorder that was found on a page. The page says so of itself: a hint for people, never a reason for a verdict. */
export interface DetectedRecorder {
  /** Id of the profile that plays it, or of a recorder that none plays. */
  readonly id: string;
  readonly name: string;
  /** As the page tells it. */
  readonly version?: string;
  /** False: the vendor's script runs, its recorder does not. Absent: the page does not tell. */
  readonly replay?: boolean;
  /** The site's own configuration, as far as the page gives it away; absent: not known. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Keys of the configuration that decide what is recorded and that the page does not tell; played as the defaults. */
  readonly untold?: readonly string[];
}

const trace = v.object({
  id: v.picklist(recorderTraces.map(({ id }) => id)),
  version: v.optional(v.pipe(v.string(), v.regex(/^[\w.+-]{1,40}$/))),
  replay: v.optional(v.boolean()),
  // Not `v.record`: a list passes for one.
  told: v.optional(
    v.custom<Readonly<Record<string, unknown>>>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    ),
  ),
});

/**
 * @param text what `readTraces` answered in the page's own world; the page may have written it
 * @returns at most one for each recorder, in the order of `recorderTraces`; those that record for sure before the
 *   others, those that do not record last; nothing when the answer is not of that shape
 */
export function parseTraces(text: unknown): readonly DetectedRecorder[] {
  const found = new Map<string, DetectedRecorder>();
  for (const entry of traceListIn(text, 'found').slice(0, recorderTraces.length)) {
    const { success, output } = v.safeParse(trace, entry);
    if (!success || found.has(output.id)) continue;
    const { id, version, replay, told } = output;
    const name = recorderTraces.find((known) => known.id === id)?.name ?? id;
    found.set(id, {
      id,
      name,
      ...(version === undefined ? {} : { version }),
      ...(replay === undefined ? {} : { replay }),
      ...(told === undefined ? {} : optionsOfTrace(id, told)),
    });
  }
  const order = recorderTraces.map(({ id }) => id);
  const rank = ({ id, replay }: DetectedRecorder): number =>
    order.indexOf(id) + (replay === false ? order.length : 0);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}
