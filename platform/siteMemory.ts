// What people said about the recorders of their sites, kept on this machine. Never a value of a page, never a key:
// in Firefox content scripts can read this storage.
import { parseSites, type SiteAnswer, withoutSite, withSite } from '../core/detection/siteAnswers.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { browser } from './browser.ts';

export interface SiteMemory {
  /** Latest first. */
  load(): Promise<readonly SiteAnswer[]>;
  save(answer: SiteAnswer): Promise<void>;
  forget(origin: string): Promise<void>;
}

const name = 'sites';

export function createSiteMemory(): SiteMemory {
  const inTurn = createTurns();
  const read = async () => parseSites((await browser.storage.local.get(name))[name]);
  const write = (sites: readonly SiteAnswer[]) => browser.storage.local.set({ [name]: sites });
  return {
    load: read,
    save: (answer) => inTurn(async () => write(withSite(await read(), answer))),
    forget: (origin) => inTurn(async () => write(withoutSite(await read(), origin))),
  };
}
