import type { Translate } from '../../core/messages/translate.ts';
import type { OptionsClient } from '../optionsClient.ts';
import { Mark } from '../parts/Mark.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import type { SettingsStore } from '../state/createSettingsStore.ts';
import { Connected } from './Connected.tsx';
import { ConnectForm } from './ConnectForm.tsx';

export interface OptionsProps {
  readonly client: OptionsClient;
  readonly settings: SettingsStore;
  readonly t: Translate;
}

const kept = ['draft', 'rules', 'matches', 'saved', 'site', 'key', 'page'] as const;

/** Connect an org in three fields, see what is kept, forget it. */
export function OptionsView(props: OptionsProps) {
  const { settings, t } = props;
  const connection = settings.state.value?.connection;
  const connected = connection !== undefined && connection.kind !== 'local';
  const problem = settings.problem.value;
  return (
    <main class="options" data-connection-state={connected ? 'connected' : 'local'}>
      <h1 class="options-title">
        <Mark />
        {t('options.title')}
      </h1>
      <section class="options-section" aria-labelledby="connect-title">
        <h2 id="connect-title">{t('options.connectTitle')}</h2>
        {connected ? <Connected {...props} /> : <ConnectForm {...props} />}
        {problem && <ProblemNotice problem={problem} t={t} />}
      </section>
      <section class="options-section" aria-labelledby="kept-title">
        <h2 id="kept-title">{t('options.kept')}</h2>
        <ul class="plain-list">
          {kept.map((what) => (
            <li key={what}>{t(`options.kept.${what}`)}</li>
          ))}
        </ul>
        <p class="quiet">{t('options.erase')}</p>
      </section>
    </main>
  );
}
