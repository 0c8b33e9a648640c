import { render } from 'preact';
import { en } from '../../assets/locales/en/index.ts';
import type { PanelClient } from '../../components/client.ts';
import { createLeakFinder } from '../../components/createLeakFinder.ts';
import { Panel } from '../../components/Panel.tsx';
import { qaWordsOf } from '../../components/qa/qaWordsOf.ts';
import { nameForRule } from '../../components/rules/nameForRule.ts';
import { createSavedPagesClient } from '../../components/savedPages/createSavedPagesClient.ts';
import { createPanelState } from '../../components/state/createPanelState.ts';
import { createTranslator } from '../../core/messages/translate.ts';
import { siteRefusal } from '../../core/policy/checkPolicy.ts';
import { extensionVersion } from '../../platform/extensionVersion.ts';
import { followGrantedTab } from '../../platform/followGrantedTab.ts';
import { readManagedPolicy } from '../../platform/managedPolicy.ts';
import { openOptions } from '../../platform/openOptions.ts';
import { createPagePort } from '../../platform/pagePort.ts';
import { askAccess } from '../../platform/permissions.ts';
import { createQaMemory } from '../../platform/qaMemory.ts';
import { createRequestWatch } from '../../platform/requestWatch.ts';
import { saveFile } from '../../platform/saveFile.ts';
import { createSettingsClient } from '../../platform/settingsClient.ts';
import { createSiteMemory } from '../../platform/siteMemory.ts';
import { createTabWatch } from '../../platform/tabWatch.ts';

// Composition root of the side panel. `?tabId=` names the tab to inspect when the panel runs in a tab of its own.
const closed = new AbortController();
addEventListener('pagehide', () => closed.abort(), { signal: closed.signal });

// A policy that cannot be understood stops pushes; looking at a page changes nothing and sends nothing.
const mayInspect = async (origin: string | undefined) =>
  siteRefusal(await readManagedPolicy(), origin) !== 'policy-site';
const page = createPagePort(closed.signal, mayInspect);
const startWorker = () => new Worker(new URL('./leakWorker.ts', import.meta.url), { type: 'module' });
const startSavedWorker = () => new Worker(new URL('./savedWorker.ts', import.meta.url), { type: 'module' });
const client: PanelClient = {
  page,
  settings: createSettingsClient(),
  leaks: createLeakFinder(startWorker, closed.signal),
  sites: createSiteMemory(),
  savedPages: createSavedPagesClient(startSavedWorker, closed.signal),
  tab: createTabWatch(page),
  qaMemory: createQaMemory(),
  requests: createRequestWatch(page),
  version: extensionVersion(),
  askAccess,
  openOptions,
  saveFile,
};
const t = createTranslator(en, document.documentElement.lang);
const state = createPanelState({
  client,
  newId: () => crypto.randomUUID(),
  now: () => Date.now(),
  onLeave: (listener, until) => addEventListener('pagehide', listener, { signal: until }),
  nameFor: (content) => nameForRule(content, t),
  qaWords: qaWordsOf(t),
  // Another person each time: many sites take each address once.
  seed: crypto.getRandomValues(new Uint16Array(1))[0] ?? 0,
  signal: closed.signal,
});
followGrantedTab({
  named: new URLSearchParams(location.search).get('tabId'),
  use: page.useTab,
  signal: closed.signal,
});
const root = document.getElementById('app');
if (root) render(<Panel tools={{ state, client, t }} signal={closed.signal} />, root);
