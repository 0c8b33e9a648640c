import { defaultProfileId } from '../core/profiles/registry.ts';
import { usePanel } from './PanelContext.ts';
import { ActionButton } from './parts/ActionButton.tsx';
import { hostOf } from './parts/hostOf.ts';
import { roleWords } from './parts/roleWords.ts';
import { RecorderForm } from './RecorderForm.tsx';
import { RecordingNotes } from './RecordingNotes.tsx';
import type { SessionKind } from './state/createSessionStore.ts';

const kinds: readonly SessionKind[] = ['live', 'preview'];

/** What is played: the recorder, and the visitor's session as far as the recorder's settings speak of it. */
export function SessionForm() {
  const { state } = usePanel();
  return (
    <div class="session-form">
      <RecorderForm />
      {state.session.profileId.value === defaultProfileId && <VisitorForm />}
      <RecordingNotes />
      <SourceLine />
    </div>
  );
}

/** FullStory's rules ask for the kind of session, consent and the org's default. */
function VisitorForm() {
  const { state, t } = usePanel();
  const { session } = state;
  const byDefault = session.privateByDefault.value ?? state.ruleSet.value?.privateByDefault ?? false;
  return (
    <>
      <KindChoice />
      <label class="choice">
        <input
          type="checkbox"
          name="consent"
          checked={session.consent.value}
          onChange={(event) => {
            session.consent.value = event.currentTarget.checked;
          }}
        />
        {t('session.consent')}
      </label>
      <label class="choice">
        <input
          type="checkbox"
          name="private-by-default"
          checked={byDefault}
          onChange={(event) => {
            session.privateByDefault.value = event.currentTarget.checked;
          }}
        />
        {t('session.privateByDefault')}
      </label>
    </>
  );
}

function KindChoice() {
  const { state, t } = usePanel();
  const { kind: present } = state.session;
  return (
    <fieldset class="choices">
      <legend>{t('session.kind')}</legend>
      {kinds.map((kind) => (
        <label key={kind} class="choice">
          <input
            type="radio"
            name="session"
            value={kind}
            checked={present.value === kind}
            onChange={() => {
              present.value = kind;
            }}
          />
          {t(`session.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}

function SourceLine() {
  const { state, client, t } = usePanel();
  const present = state.settings.state.value;
  const connection = present?.connection;
  const connected = connection !== undefined && connection.kind !== 'local';
  const site = state.session.site.value;
  const isChosen = present?.siteChoices.some(({ origin }) => origin === site) === true;
  const words = connected
    ? t('session.connected', { email: connection.email ?? '', role: roleWords(connection.role, t) })
    : t('session.local');
  return (
    <div class="session-source">
      <p class="quiet">{words}</p>
      {isChosen && site !== null && (
        <p class="quiet" data-site-choice>
          {t('connection.chosen', { site: hostOf(site) })}{' '}
          <button
            type="button"
            class="link-button"
            data-action="forget-site-choice"
            onClick={() => void state.settings.run('connections/choose', { site, id: null })}
          >
            {t('connection.forgetChoice')}
          </button>
        </p>
      )}
      <ActionButton
        action="options"
        label={t(connected ? 'session.manage' : 'session.connect')}
        onClick={() => client.openOptions()}
      />
    </div>
  );
}
