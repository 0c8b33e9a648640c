import { pendingPreviews } from '../../core/settings/pendingPreviews.ts';
import { usePanel } from '../PanelContext.ts';
import { roleWords } from '../parts/roleWords.ts';

/** Preview first, live second; promoting once something is previewed. */
export function PushButtons() {
  const { state, client, t } = usePanel();
  const { push, settings, draft, otherOrg } = state;
  const connection = settings.state.value?.connection;
  const previewed = state.ruleSet.value ? pendingPreviews(state.ruleSet.value).length : 0;
  const changes = draft.value.changes.length;
  if (changes === 0 && previewed === 0) return null;
  if (connection?.kind === 'fullstory' && !connection.canWrite) {
    return (
      <p class="push-note">
        {t('push.roleTooLow', { role: roleWords(connection.role, t) })}{' '}
        <button type="button" class="link-button" onClick={() => client.openOptions()}>
          {t('session.manage')}
        </button>
      </p>
    );
  }
  const blocked = push.busy.value !== null || otherOrg.value !== null;
  const local = connection?.kind === 'local';
  return (
    <div class="push-buttons">
      {otherOrg.value !== null && <p class="problem-bad">{t('push.otherOrg')}</p>}
      <div class="actions">
        {changes > 0 && !local && (
          <button
            type="button"
            class="button button-primary"
            data-action="preview-change"
            disabled={blocked}
            onClick={() => void push.prepare('preview')}
          >
            {t('push.preview')}
          </button>
        )}
        {changes > 0 && (
          <button
            type="button"
            class={local ? 'button button-primary' : 'button'}
            data-action="push-live"
            disabled={blocked}
            onClick={() => void push.prepare('live')}
          >
            {t(local ? 'push.saveLocal' : 'push.live')}
          </button>
        )}
        {previewed > 0 && (
          <button
            type="button"
            class="button"
            data-action="promote"
            disabled={blocked}
            onClick={() => void push.prepare('promote')}
          >
            {t('push.promote', { count: previewed })}
          </button>
        )}
        {previewed > 0 && (
          <button
            type="button"
            class="button button-quiet"
            data-action="withdraw"
            disabled={blocked}
            onClick={() => void push.prepare('withdraw')}
          >
            {t('push.withdraw', { count: previewed })}
          </button>
        )}
      </div>
      <p class="quiet">
        {push.busy.value ? t(`push.busy.${push.busy.value}`) : t(local ? 'push.localHelp' : 'push.help')}
      </p>
    </div>
  );
}
