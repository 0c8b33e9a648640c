import { pendingPreviews } from '../../core/settings/pendingPreviews.ts';
import type { PushMode } from '../../core/settings/pushPlan.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { roleWords } from '../parts/roleWords.ts';

interface Offer {
  readonly mode: PushMode;
  readonly action: string;
  readonly label: string;
  readonly tone: 'primary' | 'plain' | 'quiet';
}

/** Preview first, live second; promoting and taking back once something is previewed. */
export function PushButtons() {
  const { state, t } = usePanel();
  const { push, settings, draft, otherOrg } = state;
  const connection = settings.state.value?.connection;
  const local = connection?.kind === 'local';
  const offers = useOffers(draft.value.changes.length, local);
  if (offers.length === 0) return null;
  if (!local && connection && !connection.canWrite) return <MayNotWrite />;
  const blocked = push.busy.value !== null || otherOrg.value !== null;
  return (
    <div class="push-buttons">
      {otherOrg.value !== null && <p class="problem-bad">{t('push.otherOrg')}</p>}
      <div class="actions">
        {offers.map(({ mode, action, label, tone }) => (
          <ActionButton
            key={action}
            action={action}
            label={label}
            tone={tone}
            disabled={blocked}
            onClick={() => push.prepare(mode)}
          />
        ))}
      </div>
      <p class="quiet">
        {push.busy.value ? t(`push.busy.${push.busy.value}`) : t(local ? 'push.localHelp' : 'push.help')}
      </p>
    </div>
  );
}

function useOffers(changes: number, local: boolean): readonly Offer[] {
  const { state, t } = usePanel();
  const ruleSet = state.ruleSet.value;
  const count = ruleSet ? pendingPreviews(ruleSet).length : 0;
  const preview: Offer = {
    mode: 'preview',
    action: 'preview-change',
    label: t('push.preview'),
    tone: 'primary',
  };
  const live: Offer = { mode: 'live', action: 'push-live', label: t('push.live'), tone: 'plain' };
  const save: Offer = { ...live, label: t('push.saveLocal'), tone: 'primary' };
  const previewed: readonly Offer[] = [
    { mode: 'promote', action: 'promote', label: t('push.promote', { count }), tone: 'plain' },
    { mode: 'withdraw', action: 'withdraw', label: t('push.withdraw', { count }), tone: 'quiet' },
  ];
  const drafted = local ? [save] : [preview, live];
  return [...(changes > 0 ? drafted : []), ...(count > 0 ? previewed : [])];
}

function MayNotWrite() {
  const { state, client, t } = usePanel();
  const role = roleWords(state.settings.state.value?.connection.role, t);
  return (
    <p class="push-note">
      {t('push.roleTooLow', { role })}{' '}
      <button type="button" class="link-button" onClick={() => client.openOptions()}>
        {t('session.manage')}
      </button>
    </p>
  );
}
