import { ConfigurationProblems } from './ConfigurationProblems.tsx';
import { usePanel } from './PanelContext.ts';
import { Notice } from './parts/Notice.tsx';
import { ProblemNotice } from './parts/ProblemNotice.tsx';
import { roleWords } from './parts/roleWords.ts';
import { RecordingStopNotice } from './RecordingNotes.tsx';

/** What is wrong or special about the whole panel, above everything else. Quiet when there is nothing. */
export function Notices() {
  const { state, t } = usePanel();
  const { settings, current, otherOrg } = state;
  const problem = settings.problem.value;
  const connection = settings.state.value?.connection;
  return (
    <>
      {problem && <SettingsProblem />}
      {otherOrg.value !== null && (
        <Notice tone="bad" title={t('org.mismatch')}>
          <p>{t('org.mismatchMeans', { page: otherOrg.value, key: connection?.orgId ?? '' })}</p>
        </Notice>
      )}
      {connection?.kind === 'local' && <FirstRun />}
      <RecordingStopNotice />
      <ConfigurationProblems />
      <InspectedFrame />
      {current.stale.value && current.phase.value.kind === 'done' && (
        <div class="stale" role="status" data-state="stale">
          <span>{t(state.recording.isOn.value ? 'scan.staleRecorded' : 'scan.stale')}</span>
          <button type="button" class="button button-small" data-action="rescan" onClick={state.rescan}>
            {t('scan.again')}
          </button>
        </div>
      )}
    </>
  );
}

function InspectedFrame() {
  const { state, client, t } = usePanel();
  const page = state.page.value;
  if (page.kind !== 'ready' || page.frame === undefined) return null;
  return (
    <div class="stale" role="status" data-state="frame">
      <span>{t('frame.inspected', { origin: page.frame })}</span>
      <button
        type="button"
        class="button button-small"
        data-action="back-to-page"
        onClick={() => client.page.inspectFrame(null)}
      >
        {t('frame.back')}
      </button>
    </div>
  );
}

function SettingsProblem() {
  const { state, client, t } = usePanel();
  const problem = state.settings.problem.value;
  const readAt = state.settings.state.value?.readAt;
  if (!problem) return null;
  const role = state.settings.state.value?.connection.role;
  return (
    <>
      <ProblemNotice
        problem={problem}
        t={t}
        actions={
          <>
            <button
              type="button"
              class="button button-small"
              data-action="refresh"
              onClick={() => void state.settings.run('settings/refresh', {})}
            >
              {t('problem.again')}
            </button>
            <button type="button" class="button button-small" onClick={() => client.openOptions()}>
              {t('session.manage')}
            </button>
            <button
              type="button"
              class="button button-small button-quiet"
              onClick={state.settings.dismissProblem}
            >
              {t('problem.dismiss')}
            </button>
          </>
        }
      />
      {(readAt !== undefined || role !== undefined) && (
        <p class="stale">
          {readAt !== undefined && t('settings.readAt', { time: shortTime(readAt, t.locale) })}{' '}
          {problem.code === 'role-too-low' &&
            role !== undefined &&
            t('settings.yourRole', { role: roleWords(role, t) })}
        </p>
      )}
    </>
  );
}

/** No org yet: what the verdict was made with, in one line. */
function FirstRun() {
  const { state, client, t } = usePanel();
  if (state.page.value.kind !== 'ready') return null;
  return (
    <p class="first-run">
      {t('firstRun.rules', { recorder: state.session.profile.value.name })}{' '}
      <button
        type="button"
        class="link-button"
        data-action="connect-org"
        onClick={() => client.openOptions()}
      >
        {t('session.connect')}
      </button>
    </p>
  );
}

export function shortTime(at: string, locale: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}
