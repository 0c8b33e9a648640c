import { evidenceWords } from '../core/profiles/evidenceWords.ts';
import { defaultProfileId, profiles } from '../core/profiles/registry.ts';
import { usePanel } from './PanelContext.ts';
import { Disclosure } from './parts/Disclosure.tsx';
import { EvidenceBadge } from './parts/EvidenceBadge.tsx';

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
            {t('evidence.choice', { recorder: profile.name, evidence: evidenceWords(profile.evidence, t) })}
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

/** How the chosen recorder is known, and where it was read. */
function Evidence() {
  const { state, t } = usePanel();
  const { evidence, name } = state.session.profile.value;
  if (evidence.kind !== 'documented')
    return (
      <p>
        <EvidenceBadge evidence={evidence} />
      </p>
    );
  return (
    <div class="evidence-block">
      <p>
        <EvidenceBadge evidence={evidence} />
      </p>
      <p class="quiet">{t('evidence.documentedMeans', { recorder: name })}</p>
      <Disclosure
        class="why"
        label={<span class="link">{t('evidence.sources', { count: evidence.sources.length })}</span>}
      >
        <ul class="plain-list evidence-sources">
          {evidence.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
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
