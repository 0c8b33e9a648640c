// What is kept of a QA session while the browser runs, one for each window that has a panel. Callers pass reports, which
// hold no value of a page.
import { browser } from './browser.ts';
import { sessionStorage } from './sessionStorage.ts';

const name = async () => `qa-session-${(await browser.windows.getCurrent()).id}`;

export function createQaMemory() {
  return {
    load: async (): Promise<unknown> => sessionStorage.get(await name()),
    save: async (session: object): Promise<void> => sessionStorage.set(await name(), session),
    forget: async (): Promise<void> => sessionStorage.remove(await name()),
  };
}
