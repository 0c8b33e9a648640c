import { render } from 'preact';
import { en } from '../../../assets/locales/en/index.ts';
import type { PanelClient, SiteMemory } from '../../../components/client.ts';
import { createLeakFinder } from '../../../components/createLeakFinder.ts';
import { createOptionsState } from '../../../components/options/createOptionsState.ts';
import { OptionsView } from '../../../components/options/OptionsView.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { qaWordsOf } from '../../../components/qa/qaWordsOf.ts';
import { nameForRule } from '../../../components/rules/nameForRule.ts';
import { createSavedPagesClient } from '../../../components/savedPages/createSavedPagesClient.ts';
import { createPanelState } from '../../../components/state/createPanelState.ts';
import { createSettingsStore } from '../../../components/state/createSettingsStore.ts';
import { parseSites, type SiteAnswer, withoutSite, withSite } from '../../../core/detection/siteAnswers.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { cases, type HarnessCase } from './cases.ts';
import { createFakePage } from './fakePage.ts';
import { createFakeQa } from './fakeQa.ts';
import { createFakeRequests } from './fakeRequests.ts';
import { createFakeSettings } from './fakeSettings.ts';

// The panel in an ordinary page: real views, real engine, real worker; only the client is made up.
const name = new URLSearchParams(location.search).get('case') ?? 'leaks';
const chosen = cases[name];
if (!chosen) throw new Error(`no case "${name}"`);
const signal = new AbortController().signal;
const t = createTranslator(en, 'en');
const root = document.getElementById('app') as HTMLElement;
const files: { readonly name: string; readonly text: string }[] = [];
const asked: string[] = [];
Object.assign(window, { harness: { files, asked } });

const askAccess = async (origin: string) => {
  asked.push(origin);
  return true;
};

/** As the extension keeps it, for as long as this page is open. */
function createFakeSites(kept: readonly SiteAnswer[] = []): SiteMemory {
  let sites = parseSites(JSON.parse(JSON.stringify(kept)));
  const write = (next: readonly SiteAnswer[]) => {
    sites = parseSites(JSON.parse(JSON.stringify(next)));
    Object.assign(window, { harness: { files, asked, sites } });
  };
  return {
    load: async () => sites,
    save: async (answer) => write(withSite(sites, answer)),
    forget: async (origin) => write(withoutSite(sites, origin)),
  };
}

/** Each case begins without the pages that another one kept in this browser. */
function forgetSavedPages(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('scrim-saved-pages');
    request.addEventListener('success', () => resolve(), { signal });
    request.addEventListener('error', () => reject(request.error), { signal });
  });
}

async function showPanel({ page, settings, sites, qa }: HarnessCase): Promise<void> {
  await forgetSavedPages();
  const startWorker = () =>
    new Worker(new URL('../../../entrypoints/sidepanel/leakWorker.ts', import.meta.url), { type: 'module' });
  const startSavedWorker = () =>
    new Worker(new URL('../../../entrypoints/sidepanel/savedWorker.ts', import.meta.url), { type: 'module' });
  const client: PanelClient = {
    page: await createFakePage(page, signal),
    settings: createFakeSettings(settings),
    leaks: createLeakFinder(startWorker, signal),
    sites: createFakeSites(sites),
    savedPages: createSavedPagesClient(startSavedWorker, signal),
    ...createFakeQa(qa),
    requests: createFakeRequests(qa?.isRefused !== true),
    version: '0.0.0',
    askAccess,
    openOptions: () => undefined,
    saveFile: (file) => void files.push(file),
  };
  const newId = () => crypto.randomUUID();
  const state = createPanelState({
    client,
    newId,
    now: () => Date.now(),
    onLeave: (listener, until) => addEventListener('pagehide', listener, { signal: until }),
    nameFor: (content) => nameForRule(content, t),
    qaWords: qaWordsOf(t),
    seed: 7,
    signal,
  });
  render(<Panel tools={{ state, client, t }} signal={signal} />, root);
}

function showOptions({ settings: options }: HarnessCase): void {
  const client = { settings: createFakeSettings(options), askAccess };
  const settings = createSettingsStore(client.settings, signal);
  const state = createOptionsState(client.settings, settings, signal);
  render(<OptionsView client={client} state={state} t={t} />, root);
  void settings.run('settings/state', {});
}

if (chosen.options) showOptions(chosen);
else void showPanel(chosen);
