import type { ConnectionInfo } from '../../core/connections/connectionInfo.ts';
import type { Translate } from '../../core/messages/translate.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import type { OptionsState } from './createOptionsState.ts';

interface ListProps {
  readonly state: OptionsState;
  readonly t: Translate;
  /** Somebody wants to enter the key of this one anew. */
  readonly onConnectAgain: (connection: ConnectionInfo) => void;
}

/** Every connection, and the rules of this browser last. */
export function ConnectionList({ state, t, onConnectAgain }: ListProps) {
  const present = state.settings.state.value;
  const connections = present?.connections.filter(({ kind }) => kind !== 'local') ?? [];
  if (!present || connections.length === 0) return null;
  return (
    <ul class="connections">
      {connections.map((connection) => (
        <ConnectionCard
          key={connection.id}
          connection={connection}
          state={state}
          t={t}
          onConnectAgain={() => onConnectAgain(connection)}
        />
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
  );
}
