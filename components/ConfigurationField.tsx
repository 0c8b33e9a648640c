import { defaultProfileId } from '../core/profiles/registry.ts';
import { usePanel } from './PanelContext.ts';

/** The site's own configuration, pasted. What was typed stays, also when it cannot be read. */
export function ConfigurationField() {
  const { state, t } = usePanel();
  const { profile, configuration, configurationProblem, notKept, site } = state.session;
  const problem = configurationProblem.value;
  const help =
    profile.value.id === defaultProfileId ? 'recorders.helpFullstory' : 'session.configurationHelp';
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
        onChange={(event) => state.session.configure(event.currentTarget.value)}
      />
      {problem === null ? (
        <span class="quiet">{t(help)}</span>
      ) : (
        <span class="field-problem" role="alert">
          {t('session.configurationProblem', { detail: problem })}
        </span>
      )}
      {notKept.value !== null && <span class="field-problem">{t(`recorders.notKept.${notKept.value}`)}</span>}
      {notKept.value === null && site.value !== null && (
        <span class="quiet">{t('recorders.kept', { site: site.value })}</span>
      )}
    </label>
  );
}
