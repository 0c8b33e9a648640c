import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { maxKeptConfiguration, type SiteAnswer } from '../../core/detection/siteAnswers.ts';
import type { SiteMemory } from '../client.ts';

/** Too long to be kept, or the browser's storage refused it. */
export type NotKept = 'too-long' | 'failed';

/** What people said of each site, of earlier visits and of this one. */
export interface SiteStore {
  readonly site: ReadonlySignal<string | null>;
  readonly isKept: ReadonlySignal<boolean>;
  readonly notKept: ReadonlySignal<NotKept | null>;
  readonly isSettled: ReadonlySignal<boolean>;
  /** The page is of this address now. */
  visit(url: string): void;
  keep(said: Omit<SiteAnswer, 'origin'>): void;
  forget(): void;
}

/** @param arrive called with the answers of the present site: when they are loaded, and when the site changes */
export function createSiteStore(
  memory: SiteMemory,
  arrive: (answer: SiteAnswer | undefined) => void,
): SiteStore {
  const site = signal<string | null>(null);
  const isKept = signal(false);
  const notKept = signal<NotKept | null>(null);
  const isSettled = signal(false);
  /** Answers of this visit too, also those that were not kept: nothing that was typed is lost by going elsewhere. */
  const answers = new Map<string, SiteAnswer>();

  function settle(loaded: readonly SiteAnswer[]): void {
    for (const answer of loaded) if (!answers.has(answer.origin)) answers.set(answer.origin, answer);
    batch(() => {
      isSettled.value = true;
      enter(site.peek());
    });
  }

  function enter(origin: string | null): void {
    site.value = origin;
    notKept.value = null;
    const answer = origin === null ? undefined : answers.get(origin);
    isKept.value = answer !== undefined;
    arrive(answer);
  }

  function failed(): void {
    notKept.value = 'failed';
  }

  // A storage that does not answer is no reason not to look at the page.
  memory.load().then(settle, () => {
    settle([]);
    failed();
  });

  return {
    site,
    isKept,
    notKept,
    isSettled,
    visit(url) {
      const origin = siteOf(url);
      if (origin !== site.peek()) enter(origin);
    },
    keep(said) {
      const origin = site.peek();
      if (origin === null) return;
      const answer = { ...said, origin };
      answers.set(origin, answer);
      isKept.value = true;
      const isLong = Object.values(said.configurations).some(({ length }) => length > maxKeptConfiguration);
      notKept.value = isLong ? 'too-long' : null;
      memory.save(answer).catch(failed);
    },
    forget() {
      const origin = site.peek();
      if (origin === null) return;
      answers.delete(origin);
      isKept.value = false;
      notKept.value = null;
      memory.forget(origin).catch(failed);
    },
  };
}

/** The site of an address; null for pages that belong to none. */
function siteOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  if (protocol === 'file:') return 'file://';
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
