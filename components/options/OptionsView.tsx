import { useState } from 'preact/hooks';
import type { Translate } from '../../core/messages/translate.ts';
import type { ConnectionInfo } from '../../core/protocol.ts';
import type { OptionsClient } from '../optionsClient.ts';
import { Mark } from '../parts/Mark.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { ConnectionList } from './ConnectionList.tsx';
import type { OptionsState } from './createOptionsState.ts';
import { KeptSection } from './KeptSection.tsx';
import { LockLine } from './LockLine.tsx';
import { PolicyNotice } from './PolicyNotice.tsx';
import { SiteChoices } from './SiteChoices.tsx';

export interface OptionsProps {
  readonly client: OptionsClient;
  readonly state: OptionsState;
  readonly t: Translate;
}

const kept = ['draft', 'rules', 'matches', 'saved', 'site', 'key', 'page'] as const;

/** What the form is open for: one more connection, or the key of one that lost it. */
type Connecting = 'closed' | 'another' | ConnectionInfo;

/** Connect orgs, choose which site uses which, see what is kept, and end it. */
export function OptionsView(props: OptionsProps) {
  const { state, t } = props;
  const present = state.settings.state.value;
  const isConnected = (present?.connections.length ?? 0) > 1;
  const problem = state.settings.problem.value;
  // Unlocking is what somebody with locked keys came for; locking is for later.
  const isLocked = state.isLocked.value;
  const [connecting, setConnecting] = useState<Connecting>('closed');
  return (
    <main class="options" data-connection-state={isConnected ? 'connected' : 'local'}>
      <h1 class="options-title">
        <Mark />
        {t('options.title')}
      </h1>
      {present && <PolicyNotice policy={present.policy} t={t} />}
      <section class="options-section" aria-labelledby="connections-title">
        <h2 id="connections-title">{t(isConnected ? 'options.connections' : 'options.connectTitle')}</h2>
        {!isConnected && <p class="quiet">{t('options.intro')}</p>}
        <ConnectionList state={state} t={t} onConnectAgain={setConnecting} />
        {problem && <ProblemNotice problem={problem} t={t} />}
        {isLocked && <LockLine state={state} t={t} />}
        <Connect {...props} {...{ isConnected, connecting, setConnecting }} />
        {!isLocked && <LockLine state={state} t={t} />}
      </section>
      {isConnected && (
        <section class="options-section" aria-labelledby="sites-title">
          <h2 id="sites-title">{t('options.sites')}</h2>
          <p class="quiet">{t('options.sitesHelp')}</p>
          <SiteChoices state={state} t={t} />
        </section>
      )}
      <section class="options-section" aria-labelledby="kept-title">
        <h2 id="kept-title">{t('options.kept')}</h2>
        <KeptSection state={state} t={t} />
        <details class="more">
          <summary>{t('options.keptWhat')}</summary>
          <ul class="plain-list">
            {kept.map((what) => (
              <li key={what}>{t(`options.kept.${what}`)}</li>
            ))}
          </ul>
        </details>
      </section>
    </main>
  );
}

interface ConnectProps extends OptionsProps {
  readonly isConnected: boolean;
  readonly connecting: Connecting;
  readonly setConnecting: (next: Connecting) => void;
}

/** Open while nothing is connected; a button away after that. */
function Connect({ client, state, t, isConnected, connecting, setConnecting }: ConnectProps) {
  const present = state.settings.state.value;
  if (!present) return null;
  if (isConnected && connecting === 'closed') {
    return (
      <div class="actions">
        <button
          type="button"
          class="button"
          data-action="connect-another"
          onClick={() => setConnecting('another')}
        >
          {t('options.connectAnother')}
        </button>
      </div>
    );
  }
  const again = typeof connecting === 'string' ? undefined : connecting;
  return (
    <ConnectForm
      key={again?.id ?? ''}
      client={client}
      settings={state.settings}
      policy={present.policy}
      t={t}
      again={again}
      onDone={() => setConnecting('closed')}
    />
  );
}
