import { render } from 'preact';
import { en } from '../../assets/locales/en/index.ts';
import { createOptionsState } from '../../components/options/createOptionsState.ts';
import { OptionsView } from '../../components/options/OptionsView.tsx';
import { createSettingsStore } from '../../components/state/createSettingsStore.ts';
import { createTranslator } from '../../core/messages/translate.ts';
import { askAccess } from '../../platform/permissions.ts';
import { createSettingsClient } from '../../platform/settingsClient.ts';

// Composition root of the options page.
const closed = new AbortController();
addEventListener('pagehide', () => closed.abort(), { signal: closed.signal });

const client = { settings: createSettingsClient(), askAccess };
const settings = createSettingsStore(client.settings, closed.signal);
const t = createTranslator(en, document.documentElement.lang);
const root = document.getElementById('app');
const state = createOptionsState(client.settings, settings, closed.signal);
if (root) render(<OptionsView client={client} state={state} t={t} />, root);
void settings.run('settings/state', {});
