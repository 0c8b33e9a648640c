import { evidenceWords } from '../core/profiles/evidenceWords.ts';
import { profiles } from '../core/profiles/registry.ts';
import { ConfigurationField } from './ConfigurationField.tsx';
import { MeasuredBlock } from './MeasuredBlock.tsx';
import { usePanel } from './PanelContext.ts';
import { ActionButton } from './parts/ActionButton.tsx';
import { Disclosure } from './parts/Disclosure.tsx';
import { EvidenceBadge } from './parts/EvidenceBadge.tsx';
import { useMeasurement } from './useMeasurement.ts';

/** Which recorder is played, how it is known to be right, and with which configuration. */
export function RecorderForm() {
  return (
    <>
      <RecorderChoice />
      <Evidence />
      <ConfigurationField />
      <Forget />
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
        onChange={(event) => state.session.choose(event.currentTarget.value)}
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

/** How the chosen recorder is known, and where it was read. */
function Evidence() {
  const { state, t } = usePanel();
  const { evidence, name } = state.session.profile.value;
  const { described } = useMeasurement();
  if (evidence.kind !== 'documented')
    return (
      <p>
        <EvidenceBadge evidence={evidence} />
      </p>
    );
  return (
    <div class="evidence-block">
      <p>
        <EvidenceBadge evidence={evidence} measured={described?.measurement} />
      </p>
      {!described && <p class="quiet">{t('evidence.documentedMeans', { recorder: name })}</p>}
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
      <MeasuredBlock />
    </div>
  );
}

function Forget() {
  const { state, t } = usePanel();
  const { site, isKept, forget } = state.session;
  if (!isKept.value) return null;
  return (
    <ActionButton
      action="forget-site"
      label={t('recorders.forget', { site: site.value ?? '' })}
      onClick={forget}
    />
  );
}
