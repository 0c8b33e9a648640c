import { Notice } from '../parts/Notice.tsx';
import { roleWords } from '../parts/roleWords.ts';
import type { OptionsProps } from './OptionsView.tsx';

/** The live answer of the connection test, and the way out. */
export function Connected({ settings, t }: OptionsProps) {
  const state = settings.state.value;
  if (!state) return null;
  const { connection, ruleSet } = state;
  const title = t('options.connected', { org: connection.orgId ?? '', role: roleWords(connection.role, t) });
  return (
    <Notice
      tone="good"
      title={title}
      actions={
        <button
          type="button"
          class="button"
          data-action="disconnect"
          disabled={settings.busy.value}
          onClick={() => void settings.run('settings/disconnect', {})}
        >
          {t('options.disconnect')}
        </button>
      }
    >
      <p data-connection-result>
        {t(connection.canWrite ? 'options.canWrite' : 'options.canRead')}{' '}
        {t('options.rulesRead', { count: ruleSet.rules.length })}
      </p>
      {connection.baseUrl !== undefined && <p class="quiet mono">{connection.baseUrl}</p>}
    </Notice>
  );
}
