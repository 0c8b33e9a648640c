import { usePanel } from './PanelContext.ts';
import { connectionName } from './parts/connectionName.ts';
import { hostOf } from './parts/hostOf.ts';

/** Whose rules are shown; another one is chosen for the site of the page, and remembered for it. */
export function ConnectionSwitch() {
  const { state, t } = usePanel();
  const { settings, session, page } = state;
  const present = settings.state.value;
  if (!present) return <span class="header-org">{t('header.org')}</span>;
  const { connection, connections } = present;
  const name = connectionName(connection, t);
  const site = page.value.kind === 'ready' ? session.site.value : null;
  if (connections.length < 2 || site === null) return <span class="header-org">{name}</span>;
  const label = t('connection.switch', { site: hostOf(site) });
  return (
    <select
      class="header-org header-switch"
      name="connection"
      aria-label={label}
      title={label}
      value={connection.id}
      onChange={(event) => void settings.run('connections/choose', { site, id: event.currentTarget.value })}
    >
      {connections.map((one) => (
        <option key={one.id} value={one.id}>
          {connectionName(one, t)}
        </option>
      ))}
    </select>
  );
}
