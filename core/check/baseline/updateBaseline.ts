import type { CaptureChannel } from '../../capture/captureRecord.ts';
import type { AcceptanceTerms } from '../../leakSettings/checkAcceptance.ts';
import type { PageReport } from '../../report/pageReport.ts';
import { type BaselineOptions, lossShare } from './compareBaseline.ts';
import { type AcceptedPlace, type LockedPage, type LockFile, lockFileVersion } from './lockFile.ts';
import { compareIds, createLookSummary, type LookSummary, lookKey } from './lookSummary.ts';
import { pageKey } from './pageKey.ts';
import { identityKey, placeIdentity } from './placeIdentity.ts';

export interface UpdateOptions extends Omit<BaselineOptions, 'today'> {
  /** Id of the recorder that was played. */
  readonly recorder: string;
  /** Accept what leaks now and is not accepted yet. Absent: nothing new is accepted. Held to be checked (`checkTerms`). */
  readonly accept?: AcceptanceTerms;
  /** `2026-11-25`, in UTC: with `accept`, an entry whose day is past is accepted anew. */
  readonly today: string;
}

export interface BaselineUpdate {
  /** Before or after it was compared: what is accepted counts either way. */
  take(report: PageReport): void;
  /** Once every page was taken. */
  lock(): LockFile;
}

/**
 * The baseline of a run. Rules and coverage as they are now; what was accepted keeps its reason and its day as long as it is
 * there; new leaks only where somebody says so. Pages that did not load, and in a part of a run those that were not
 * looked at, stay as they were.
 *
 * @param old the baseline so far; undefined: there is none
 */
export function updateBaseline(old: LockFile | undefined, options: UpdateOptions): BaselineUpdate {
  const before = new Map((old?.pages ?? []).map((page) => [lookKey(page), page]));
  const drafts = new Map<string, Draft>();

  function take(report: PageReport): void {
    const page = { page: pageKey(report.page, options.home), ...stepOf(report) };
    const key = lookKey(page);
    const draft = drafts.get(key) ?? newDraft(page);
    drafts.set(key, draft);
    draft.look.add(report);
    for (const { kind, places } of [...report.leaks, ...(report.accepted ?? [])]) {
      for (const place of places) {
        const identity = placeIdentity(kind, place);
        const at = identityKey(identity);
        const isLeak = place.treatment === 'captured' || draft.places.get(at)?.certainty === 'leak';
        draft.places.set(at, { ...identity, certainty: isLeak ? 'leak' : 'possible' });
      }
    }
  }

  function lock(): LockFile {
    const made = [...drafts].flatMap(([key, draft]) => {
      const known = before.get(key);
      if (!draft.look.isLoaded()) return known ? [known] : [];
      return [lockedPage(draft, known, options)];
    });
    const kept = options.isPart
      ? [...before].filter(([key]) => !drafts.has(key)).map(([, page]) => page)
      : [];
    const pages = [...made, ...kept].toSorted((a, b) => compareIds(lookKey(a), lookKey(b)));
    return { scrim: lockFileVersion, recorder: options.recorder, pages };
  }

  return { take, lock };
}

type SeenPlace = Omit<AcceptedPlace, 'reason' | 'expires'>;

interface Draft {
  readonly page: Pick<LockedPage, 'page' | 'step'>;
  readonly look: LookSummary;
  readonly places: Map<string, SeenPlace>;
}

function newDraft(page: Draft['page']): Draft {
  return { page, look: createLookSummary(), places: new Map() };
}

function stepOf({ step }: PageReport): Pick<LockedPage, 'step'> {
  return step === undefined ? {} : { step };
}

function lockedPage(draft: Draft, known: LockedPage | undefined, options: UpdateOptions): LockedPage {
  return {
    ...draft.page,
    looked: steadyCounts(known?.looked ?? {}, draft.look.looked()),
    rules: draft.look.rules().map(({ id, name, kinds }) => ({ id, name, kinds })),
    accepted: acceptedNow(draft, known, options),
  };
}

/** A count that is still about right stays as it was, so that a diff shows what matters. */
function steadyCounts(before: LockedPage['looked'], now: LockedPage['looked']): LockedPage['looked'] {
  const channels = Object.entries(now) as [CaptureChannel, number][];
  const steady = channels.map(([channel, count]): [CaptureChannel, number] => {
    const was = before[channel] ?? 0;
    const isSteady = count >= was * lossShare && count * lossShare <= was;
    return [channel, isSteady ? was : count];
  });
  return Object.fromEntries(steady.toSorted(([a], [b]) => compareIds(a, b)));
}

function acceptedNow(draft: Draft, known: LockedPage | undefined, options: UpdateOptions): AcceptedPlace[] {
  const { accept, today } = options;
  const old = new Map((known?.accepted ?? []).map((entry) => [identityKey(entry), entry]));
  const entries = [...draft.places].flatMap(([at, place]): AcceptedPlace[] => {
    const entry = old.get(at);
    const isWorse = entry?.certainty === 'possible' && place.certainty === 'leak';
    if (entry && !isWorse && (!accept || entry.expires >= today)) return [entry];
    if (accept) return [{ ...place, reason: accept.reason, expires: accept.expires }];
    // It was accepted as something less: it stays accepted as that, and counts as the leak it is now.
    return entry ? [entry] : [];
  });
  return entries.toSorted((a, b) => compareIds(identityKey(a), identityKey(b)));
}
