import type { ConnectionInfo, KeyState } from '../../core/connections/connectionInfo.ts';
import type { Translate } from '../../core/messages/translate.ts';
import { shortTime } from '../Notices.tsx';
import { ActionButton } from '../parts/ActionButton.tsx';
import { connectionName } from '../parts/connectionName.ts';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';
import type { ConnectionAction, OptionsState } from './createOptionsState.ts';
import { mayDo } from './mayDo.ts';

interface CardProps {
  readonly connection: ConnectionInfo;
  readonly state: OptionsState;
  readonly t: Translate;
  /** Its key is gone: the form is opened for it. */
  readonly onConnectAgain: () => void;
}

/** With which of them anything can be read: what a key may do is no news of one that is not in use. */
const isUsable: Readonly<Record<KeyState, boolean>> = {
  none: true,
  session: true,
  remembered: true,
  locked: false,
  unreadable: false,
  missing: false,
};

/** One connection: whose it is, what its key may do, how its key is kept, and what can be done with it. */
export function ConnectionCard(props: CardProps) {
  const { connection, state, t } = props;
  const { id } = connection;
  const name = connectionName(connection, t);
  const isDefault = state.settings.state.value?.defaultConnection === id;
  const status = state.statuses.value.get(id);
  return (
    <li class="connection" data-connection={id}>
      <h3 class="connection-title">
        {name} <span class="connection-kind">{t(`options.kind.${connection.kind}`)}</span>
        {isDefault && <span class="connection-default">{t('options.isDefault')}</span>}
      </h3>
      <p data-connection-result>
        {status && !isUsable[status.key]
          ? t('options.may.noKey', { org: name })
          : mayDo(connection, state.settings.state.value?.policy ?? { kind: 'none' }, t)}
      </p>
      <p class="quiet">
        <PlaceWords connection={connection} />
      </p>
      <p class="quiet">
        {status &&
          t(status.readAt === undefined ? 'options.neverRead' : 'options.rulesReadAt', {
            count: status.rules,
            time: shortTime(status.readAt ?? '', t.locale),
          })}
      </p>
      {connection.keyNotes?.map((note) => (
        <p key={note} class="connection-note">
          {t(`keyNote.${note}`)}
        </p>
      ))}
      {status && (
        <p data-key-state={status.key}>
          <strong>{t('options.keyLabel')}</strong> {t(`options.keyState.${status.key}`)}
        </p>
      )}
      <CardActions {...props} isDefault={isDefault} />
      <CardOutcome {...props} />
    </li>
  );
}

function PlaceWords({ connection }: Pick<CardProps, 'connection'>) {
  const { baseUrl = '', branch, path, kind } = connection;
  const where = kind === 'github' ? `${path}${branch === undefined ? '' : ` @ ${branch}`}` : baseUrl;
  return <span class="mono wrap">{where}</span>;
}

function CardActions({
  connection,
  state,
  t,
  isDefault,
  onConnectAgain,
}: CardProps & { readonly isDefault: boolean }) {
  const { id } = connection;
  const key = state.statuses.value.get(id)?.key;
  const busy = state.settings.busy.value;
  const policy = state.settings.state.value?.policy;
  const mayRemember =
    policy?.kind !== 'broken' && !(policy?.kind === 'set' && !policy.policy.mayRememberKeys);
  const offers: readonly ConnectionAction[] = [
    ...(key === 'missing' ? [] : (['test'] as const)),
    ...(isDefault ? [] : (['default'] as const)),
    ...(key === 'session' && mayRemember ? (['remember'] as const) : []),
    ...(key === 'missing' ? [] : (['forget'] as const)),
    'disconnect',
  ];
  return (
    <div class="actions">
      {(key === 'missing' || key === 'unreadable') && (
        <ActionButton
          small
          tone="primary"
          action="connect-again"
          label={t('options.connectAgain')}
          disabled={busy}
          onClick={onConnectAgain}
        />
      )}
      {offers.map((action) => (
        <ActionButton
          key={action}
          small
          action={action}
          label={t(`options.do.${action}`)}
          disabled={busy}
          onClick={() => state.act(id, action)}
        />
      ))}
    </div>
  );
}

function CardOutcome({ connection, state, t }: CardProps) {
  const outcome = state.outcome.value;
  if (outcome?.id !== connection.id) return null;
  if (outcome.problem) return <ProblemNotice problem={outcome.problem} t={t} />;
  return (
    <p class="connection-done" role="status" data-outcome={outcome.action}>
      {t(`options.done.${outcome.action}`)}
    </p>
  );
}
