import { defaultProfileId, profiles } from '../core/profiles/registry.ts';
import { usePanel } from './PanelContext.ts';

/** Which recorder is played, how it is known to be right, and with which configuration. */
export function RecorderForm() {
  const { state } = usePanel();
  return (
    <>
      <RecorderChoice />
      <Found />
      <Evidence />
      {state.session.profileId.value !== defaultProfileId && <Configuration />}
    </>
  );
}

function RecorderChoice() {
  const { state, t } = usePanel();
  return (
    <label class="field">
      {t('session.recorder')}
      <select
        name="recorder"
        value={state.session.profileId.value}
        onChange={(event) => {
          state.session.isChosen.value = true;
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

/** What the page says runs on it. */
function Found() {
  const { state, t } = usePanel();
  const page = state.page.value;
  const found = page.kind === 'ready' ? (page.recorders ?? []) : [];
  if (found.length === 0) return <p class="quiet">{t('session.noneFound')}</p>;
  const names = found
    .map(({ name, version }) => (version === undefined ? name : `${name} ${version}`))
    .join(', ');
  const mine = found.find(({ id }) => id === state.session.profileId.value);
  const isKnown = mine?.options !== undefined;
  return (
    <p class="quiet">
      {t('session.found', { recorders: names })}
      {mine && mine.id !== defaultProfileId && (
        <> {t(isKnown ? 'session.configurationRead' : 'session.configurationAsked')}</>
      )}
    </p>
  );
}

function Evidence() {
  const { state, t } = usePanel();
  const { evidence } = state.session.profile.value;
  if (evidence.kind === 'documented') return <p class="quiet">{t('evidence.documented')}</p>;
  const { kind, package: name, version } = evidence;
  return <p class="quiet">{t(`evidence.${kind}`, { package: name, version })}</p>;
}

/** The site's own configuration, pasted. What was typed stays, also when it cannot be read. */
function Configuration() {
  const { state, t } = usePanel();
  const { profile, profileId, configuration, configurations, configurationProblem } = state.session;
  const problem = configurationProblem.value;
  return (
    <label class="field">
      {t('session.configuration', { recorder: profile.value.name })}
      <textarea
        name="configuration"
        rows={4}
        spellcheck={false}
        placeholder="{}"
        aria-invalid={problem !== null}
        value={configuration.value}
        onChange={(event) => {
          configurations.value = { ...configurations.value, [profileId.value]: event.currentTarget.value };
        }}
      />
      {problem === null ? (
        <span class="quiet">{t('session.configurationHelp')}</span>
      ) : (
        <span class="field-problem" role="alert">
          {t('session.configurationProblem', { detail: problem })}
        </span>
      )}
    </label>
  );
}
