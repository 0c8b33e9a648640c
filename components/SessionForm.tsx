import { profiles } from '../core/profiles/registry.ts';
import { usePanel } from './PanelContext.ts';
import { ActionButton } from './parts/ActionButton.tsx';
import { roleWords } from './parts/roleWords.ts';
import type { SessionKind } from './state/createSessionStore.ts';

const kinds: readonly SessionKind[] = ['live', 'preview'];

/** Which visitor's session is played: kind, consent, default mode. */
export function SessionForm() {
  const { state, t } = usePanel();
  const { session } = state;
  const byDefault = session.privateByDefault.value ?? state.ruleSet.value?.privateByDefault ?? false;
  return (
    <div class="session-form">
      {profiles.length > 1 && <RecorderChoice />}
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
      <SourceLine />
    </div>
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
  const connection = state.settings.state.value?.connection;
  const connected = connection?.kind === 'fullstory';
  const words = connected
    ? t('session.connected', { email: connection.email ?? '', role: roleWords(connection.role, t) })
    : t('session.local');
  return (
    <div class="session-source">
      <p class="quiet">{words}</p>
      <ActionButton
        action="options"
        label={t(connected ? 'session.manage' : 'session.connect')}
        onClick={() => client.openOptions()}
      />
    </div>
  );
}

function RecorderChoice() {
  const { state, t } = usePanel();
  return (
    <label class="field">
      {t('session.recorder')}
      <select
        value={state.session.profileId.value}
        onChange={(event) => {
          state.session.profileId.value = event.currentTarget.value;
        }}
      >
        {profiles.map((profile) => (
          <option key={profile.id} value={profile.id}>
            {profile.name}
          </option>
        ))}
      </select>
    </label>
  );
}
