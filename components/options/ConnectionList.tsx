import type { Translate } from '../../core/messages/translate.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import type { OptionsState } from './createOptionsState.ts';

interface ListProps {
  readonly state: OptionsState;
  readonly t: Translate;
}

/** Every connection, the rules of this browser last, and the lock for all keys. */
export function ConnectionList({ state, t }: ListProps) {
  const present = state.settings.state.value;
  const connections = present?.connections.filter(({ kind }) => kind !== 'local') ?? [];
  if (!present || connections.length === 0) return null;
  return (
    <>
      <ul class="connections">
        {connections.map((connection) => (
          <ConnectionCard key={connection.id} connection={connection} state={state} t={t} />
        ))}
        <li class="connection" data-connection="local">
          <h3 class="connection-title">
            {t('header.local')}
            {present.defaultConnection === 'local' && (
              <span class="connection-default">{t('options.isDefault')}</span>
            )}
          </h3>
          <p class="quiet">{t('options.localRules')}</p>
          {present.defaultConnection !== 'local' && (
            <div class="actions">
              <ActionButton
                small
                action="default"
                label={t('options.do.default')}
                disabled={state.settings.busy.value}
                onClick={() => state.act('local', 'default')}
              />
            </div>
          )}
        </li>
      </ul>
      <LockLine state={state} t={t} />
    </>
  );
}

/** Locked: whatever was remembered is not used; a click on this page is all it takes to use it again. */
function LockLine({ state, t }: ListProps) {
  const locked = state.isLocked.value;
  const hasKey = [...state.statuses.value.values()].some(({ key }) => key !== 'missing');
  if (!locked && !hasKey) return null;
  return (
    <div class="lock-line" data-keys={locked ? 'locked' : 'open'}>
      <p class="quiet">{t(locked ? 'options.lockedMeans' : 'options.lockMeans')}</p>
      <div class="actions">
        <ActionButton
          small
          action={locked ? 'unlock' : 'lock'}
          label={t(locked ? 'options.unlock' : 'options.lock')}
          onClick={() => state.changeKeys(locked ? 'unlock' : 'lock')}
        />
        <ActionButton
          small
          tone="quiet"
          action="forget-all"
          label={t('options.forgetAll')}
          onClick={() => state.changeKeys('forget-all')}
        />
      </div>
    </div>
  );
}
