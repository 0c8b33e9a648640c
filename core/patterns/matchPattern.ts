import { type PatternOptions, parsePattern } from './parsePattern.ts';
import type { Step } from './patternProgram.ts';

/** A regular expression that is run in bounded time, whatever it says and whatever the text is. */
export interface Pattern {
  readonly hasGroups: boolean;
  /**
   * Every match from left to right, as `String.prototype.matchAll` would give them.
   *
   * @param work steps that may be taken, and what is left of them; absent: enough for one address
   * @returns null when that would take too long
   */
  matchesIn(text: string, work?: PatternWork): readonly (readonly [from: number, to: number])[] | null;
}

/** A budget that several texts share. A step took 34 ns on a machine with more to do than it has cores. */
export interface PatternWork {
  left: number;
}

/** Steps for one text: about 50 ms. An address of 500 characters takes 10,000. */
const maxWork = 3_000_000;

/** @throws PatternError when it is no regular expression, or one that cannot be bounded */
export function createPattern(source: string, options: PatternOptions = {}): Pattern {
  const { steps, hasGroups } = parsePattern(source, options);
  const mayStart = startsOf(steps);
  return {
    hasGroups,
    matchesIn(text, work = { left: maxWork }) {
      const found: [number, number][] = [];
      for (let from = 0; from <= text.length; ) {
        const match = firstMatch({ steps, mayStart }, text, from, work);
        if (match === 'too-long') return null;
        if (!match) break;
        found.push(match);
        from = match[1] > match[0] ? match[1] : match[1] + 1;
      }
      return found;
    },
  };
}

interface Program {
  readonly steps: readonly Step[];
  readonly mayStart: ((unit: number) => boolean) | undefined;
}

const asciiUnits = 128;

/**
 * Whether a match may begin with a unit: most places of most texts are no beginning, and are passed over. Undefined
 * for a pattern that may match nothing at all.
 */
function startsOf(steps: readonly Step[]): Program['mayStart'] {
  const open = [0];
  const seen = new Set<number>();
  const first: ((unit: number) => boolean)[] = [];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = steps[at];
    if (!step || step.op === 'found') return undefined;
    if (step.op === 'unit') first.push(step.accepts);
    else if (step.op === 'either') open.push(step.second, step.first);
    else open.push(step.op === 'jump' ? step.to : at + 1);
  }
  const ascii = Array.from({ length: asciiUnits }, (_, unit) => first.some((accepts) => accepts(unit)));
  return (unit) => ascii[unit] ?? true;
}

interface Thread {
  readonly at: number;
  readonly from: number;
}

/**
 * All ways are followed side by side, at most one for each step of the pattern, the preferred ones first (Thompson,
 * Pike): no text and no pattern makes it go back.
 */
function firstMatch(
  { steps, mayStart }: Program,
  text: string,
  start: number,
  work: PatternWork,
): [number, number] | 'too-long' | null {
  let threads: Thread[] = [];
  let best: [number, number] | null = null;
  const visited = new Int32Array(steps.length).fill(-1);

  /** Follows everything that needs no character. Ways that were there already are worse, and left. */
  function enter(into: Thread[], first: number, from: number, place: number): void {
    const open = [first];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      work.left -= 1;
      if (visited[at] === place) continue;
      visited[at] = place;
      const step = steps[at];
      if (!step) continue;
      if (step.op === 'jump') open.push(step.to);
      else if (step.op === 'either') open.push(step.second, step.first);
      else if (step.op === 'edge') {
        if (step.holds(text, place)) open.push(at + 1);
      } else into.push({ at, from });
    }
  }

  for (let place = start; place <= text.length; place += 1) {
    if (work.left < 0) return 'too-long';
    // No way is open: on to the next place where one may begin.
    if (mayStart && !best && threads.length === 0)
      while (place < text.length && !mayStart(text.charCodeAt(place))) place += 1;
    // Where a way leads on from here is told by what was kept for this place; a later start is a worse way.
    if (!best) enter(threads, 0, place, place);
    if (best && threads.length === 0) break;
    const next: Thread[] = [];
    const unit = place < text.length ? text.charCodeAt(place) : -1;
    work.left -= threads.length;
    for (const { at, from } of threads) {
      const step = steps[at];
      if (step?.op === 'found') {
        best = [from, place];
        break;
      }
      if (step?.op === 'unit' && unit >= 0 && step.accepts(unit)) enter(next, at + 1, from, place + 1);
    }
    threads = next;
  }
  return best;
}
