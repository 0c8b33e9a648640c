import { domAccess } from '../domAccess.ts';
import { whenIdle } from './whenIdle.ts';

/** So few are drawn at once, without asking which of them can be seen. */
const drawnAtOnce = 200;

/** One in so many is measured to guess which are near the viewport, until the observer knows them all. */
const sampleStep = 64;

/** Targets handed to the observer per idle slice: 0.6 ms of ours and about 2.5 ms of the browser's. */
const sliceSize = 1000;

/** Boxes this near the viewport are ready before they scroll into it. */
const margin = 100;

export interface VisibleTrack {
  /** Elements that may be in the viewport; some of them may not be. */
  visible(): Iterable<Element>;
  end(): void;
}

type View = Window & typeof globalThis;

/**
 * Keeps the set of elements that are in the viewport, so that a frame reads those only: 0.1 ms for 44 visible
 * ones, 10.7 ms for all 5,000 (docs/benchmarks.md, P4). Works through same-origin frames and shadow roots.
 *
 * Registering 10,000 targets takes an IntersectionObserver 30 ms before it says anything. So a long list is
 * registered in idle slices; until that is done, a sample guesses: what stands together in the document mostly
 * stands together on the screen, and what does not comes in with its slice.
 */
export function trackVisible(view: View, elements: readonly Element[], onChange: () => void): VisibleTrack {
  const inView = new Set<Element>();
  let registered = 0;
  let ended = false;
  const observer = new view.IntersectionObserver(
    (entries) => {
      let changed = false;
      for (const entry of entries) {
        if (entry.isIntersecting) {
          if (!inView.has(entry.target)) changed = Boolean(inView.add(entry.target));
        } else if (inView.size > 0 && inView.delete(entry.target)) changed = true;
      }
      if (changed) onChange();
    },
    { rootMargin: `${margin}px` },
  );

  function registerSlice(): void {
    if (ended) return;
    const end = Math.min(elements.length, registered + sliceSize);
    for (; registered < end; registered += 1) {
      const element = elements[registered];
      if (element) observer.observe(element);
    }
    if (registered < elements.length) whenIdle(view, registerSlice);
  }

  if (elements.length <= drawnAtOnce) {
    for (const element of elements) inView.add(element);
    registerSlice();
  } else whenIdle(view, registerSlice);

  return {
    visible() {
      if (registered === elements.length) return inView;
      const guessed = new Set(inView);
      addSample(view, elements.slice(registered), guessed);
      return guessed;
    },
    end() {
      ended = true;
      observer.disconnect();
      inView.clear();
    },
  };
}

/** Adds the neighbourhood of every sampled element that is near the viewport. */
function addSample(view: View, elements: readonly Element[], inView: Set<Element>): void {
  for (let index = 0; index < elements.length; index += sampleStep) {
    const element = elements[index];
    if (!element) continue;
    const { top, bottom, width, height } = domAccess.rect(element);
    // What is not shown (an option, a hidden row) has a rectangle at the origin and says nothing of its neighbours.
    if (width === 0 && height === 0) continue;
    if (bottom < -margin || top > view.innerHeight + margin) continue;
    for (const near of elements.slice(Math.max(0, index - sampleStep), index + sampleStep)) inView.add(near);
  }
}
