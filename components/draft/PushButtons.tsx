import { mayPropose } from '../../core/connections/mayPropose.ts';
import type { ConnectionInfo } from '../../core/protocol.ts';
import { pendingPreviews } from '../../core/settings/pendingPreviews.ts';
import type { PushMode } from '../../core/settings/pushPlan.ts';
import type { ApprovalNeeded } from '../../core/settings/settingsSource.ts';
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
  const offers = useOffers(draft.value.changes.length, connection);
  if (offers.length === 0) return null;
  if (!local && connection && !connection.canWrite && !mayPropose(connection)) return <MayNotWrite />;
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
      <p class="quiet">{push.busy.value ? t(`push.busy.${push.busy.value}`) : t(helpFor(connection))}</p>
    </div>
  );
}

/** What the buttons do, where a second person has to agree. */
function helpFor(connection: ConnectionInfo | undefined): string {
  if (connection?.kind === 'local') return 'push.localHelp';
  const { approval = 'none' } = connection ?? {};
  if (approval === 'none') return 'push.help';
  return approval === 'reveals' ? 'push.proposeSome' : 'push.proposeHelp';
}

function useOffers(changes: number, connection: ConnectionInfo | undefined): readonly Offer[] {
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
  const propose: Offer = { ...live, action: 'propose-change', label: t('push.propose') };
  const save: Offer = { ...live, label: t('push.saveLocal'), tone: 'primary' };
  const previewed: readonly Offer[] = [
    { mode: 'promote', action: 'promote', label: t('push.promote', { count }), tone: 'plain' },
    { mode: 'withdraw', action: 'withdraw', label: t('push.withdraw', { count }), tone: 'quiet' },
  ];
  const drafted: Readonly<Record<ApprovalNeeded, readonly Offer[]>> = {
    none: [preview, live],
    reveals: [preview, live],
    live: [preview, propose],
    all: [{ ...propose, tone: 'primary' }],
  };
  const isLocal = connection?.kind === 'local';
  const own = isLocal ? [save] : drafted[connection?.canWrite ? (connection.approval ?? 'none') : 'all'];
  const mayWrite = isLocal || connection?.canWrite === true;
  return [...(changes > 0 ? own : []), ...(count > 0 && mayWrite ? previewed : [])];
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
