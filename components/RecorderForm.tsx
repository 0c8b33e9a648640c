import { profiles } from '../core/profiles/registry.ts';
import { ConfigurationField } from './ConfigurationField.tsx';
import { usePanel } from './PanelContext.ts';
import { ActionButton } from './parts/ActionButton.tsx';

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
            {profile.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Evidence() {
  const { state, t } = usePanel();
  const { evidence } = state.session.profile.value;
  if (evidence.kind === 'documented') return <p class="quiet">{t('evidence.documented')}</p>;
  const { kind, package: name, version } = evidence;
  return <p class="quiet">{t(`evidence.${kind}`, { package: name, version })}</p>;
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
