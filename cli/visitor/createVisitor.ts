import type { Uninspected } from '../../core/capture/captureRecord.ts';
import type { VisitorReport } from '../../core/visitor/visitorReport.ts';
import type { PageAttendant, PageVisit } from '../pageAttendant.ts';
import type { FoundFields } from '../visitorScript.ts';
import { holdNavigation } from './holdNavigation.ts';
import { createHands, type VisitorHands } from './visitorHands.ts';

export interface VisitorOptions {
  readonly seed: number;
  /** BCP 47. */
  readonly locale: string;
  /** Milliseconds of a clock. */
  readonly now?: () => number;
}

type Course = { -readonly [K in keyof VisitorReport]: VisitorReport[K] } & {
  uninspected: Uninspected[];
};

/** Milliseconds without a change, and how long that is waited for. */
const quiet = 80;
const mostSettling = 600;
/** Milliseconds on one page; what is not done by then is not done. */
const mostVisiting = 15_000;
/** Rounds of opening: what opened may hold more that opens. */
const maxRounds = 3;
const maxPasswords = 8;

/**
 * A visitor who does not exist: fills every field with a synthetic identity, has passwords shown, opens dialogs and
 * details and fills what was in them. Leaves the page where it is: while it acts nothing is submitted by it and no
 * other page is loaded. Requests that the page makes by itself at what is typed (suggestions, validation) are made.
 */
export function createVisitor({
  seed,
  locale,
  now = () => performance.now(),
}: VisitorOptions): PageAttendant {
  const courses = new WeakMap<PageVisit, Course>();

  async function act(visit: PageVisit): Promise<void> {
    const course: Course = {
      seed,
      locale,
      filled: [],
      shownPasswords: 0,
      opened: 0,
      skipped: [],
      uninspected: [],
    };
    courses.set(visit, course);
    const until = now() + mostVisiting;
    const held = await holdNavigation(visit.page);
    try {
      const hands = await createHands(visit.page);
      await hands.call('begin', { seed, locale });
      await visitPage({ hands, visit, course, isLate: () => now() > until });
      await hands.call('end');
      await hands.leave();
    } finally {
      await held.release();
    }
    if (now() > until) course.uninspected.push(outOfTime);
  }

  return {
    act,
    async finish(visit) {
      const course = courses.get(visit);
      if (!course) return {};
      const { uninspected, ...visitor } = course;
      return { visitor, uninspected };
    },
  };
}

const outOfTime: Uninspected = { kind: 'partial', path: '', reason: 'visitor-out-of-time' };

interface Visiting {
  readonly hands: VisitorHands;
  readonly visit: PageVisit;
  readonly course: Course;
  readonly isLate: () => boolean;
}

async function visitPage(visiting: Visiting): Promise<void> {
  const { hands } = visiting;
  await fill(visiting);
  await hands.call('settled', quiet, mostSettling);
  await showPasswords(visiting, 0);
  for (let round = 0; round < maxRounds && !visiting.isLate(); round += 1) {
    const kinds = await hands.call('findClosed');
    if (kinds.length === 0) break;
    for (const [index, kind] of kinds.entries()) {
      if (visiting.isLate()) break;
      await openOne(visiting, index, kind);
    }
  }
  await hands.call('settled', quiet, mostSettling);
}

async function openOne(visiting: Visiting, index: number, kind: string): Promise<void> {
  const { hands, course } = visiting;
  const shown = await hands.call('countPasswords');
  await hands.call('open', index);
  course.opened += 1;
  await hands.call('settled', quiet, mostSettling);
  await fill(visiting);
  await showPasswords(visiting, shown);
  if (kind === 'dialog') await hands.escape();
}

/** From this password on: those before it were shown already. */
async function showPasswords({ hands, course, isLate }: Visiting, from: number): Promise<void> {
  const count = Math.min(maxPasswords, await hands.call('countPasswords'));
  for (let index = from; index < count && !isLate(); index += 1) {
    const isShown = await hands.call('toggle', index);
    if (isShown === null) continue;
    if (isShown) course.shownPasswords += 1;
    await hands.call('settled', quiet, mostSettling);
    await hands.call('toggle', index);
  }
}

async function fill({ hands, visit, course }: Visiting): Promise<void> {
  const { filled, skipped, planted }: FoundFields = await hands.fill();
  course.filled = [...course.filled, ...filled];
  // What could not be filled at first may have been filled since.
  const known = new Map([...course.skipped, ...skipped].map((one) => [one.path, one]));
  for (const { path } of course.filled) known.delete(path);
  course.skipped = [...known.values()];
  for (const one of planted) visit.planted.push(one);
}
