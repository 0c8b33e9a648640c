import { useState } from 'preact/hooks';
import type { Translate } from '../../core/messages/translate.ts';
import type { PolicyState } from '../../core/policy/orgPolicy.ts';
import type { ConnectionInfo } from '../../core/protocol.ts';
import { regionOfKey } from '../../core/settings/fullstoryRegion.ts';
import type { OptionsClient } from '../optionsClient.ts';
import { Notice } from '../parts/Notice.tsx';
import type { SettingsStore } from '../state/createSettingsStore.ts';
import { addressOf, type ConnectFields, connectRequest, placeOf, type Where } from './connectRequest.ts';
import { PlaceFields } from './PlaceFields.tsx';

interface FormProps {
  readonly client: OptionsClient;
  readonly settings: SettingsStore;
  readonly policy: PolicyState;
  readonly t: Translate;
  /** Where its key belongs is known already. */
  readonly again?: ConnectionInfo | undefined;
  /** It was connected. */
  readonly onDone: () => void;
}

const regions: Readonly<Record<string, Where>> = { na1: 'na', eu1: 'eu' };

/** Where the rules are, and the key. The key lives in this form only until it is sent. */
export function ConnectForm({ client, settings, policy, t, again, onDone }: FormProps) {
  const [fields, setFields] = useState<ConnectFields>(() => ({
    ...startingFields(policy),
    ...(again ? placeOf(again) : {}),
  }));
  const [denied, setDenied] = useState<string | null>(null);
  const change = (part: Partial<ConnectFields>) => setFields((present) => ({ ...present, ...part }));

  // The first thing in the handler: browsers ask for access only during the gesture itself.
  async function connect(): Promise<void> {
    const address = addressOf(fields);
    const allowed = fields.where === 'server' || !URL.canParse(address) || (await client.askAccess(address));
    setDenied(allowed ? null : new URL(address).host);
    if (!allowed) return;
    const done = await settings.run('settings/connect', connectRequest(fields));
    if (!done) return change({ key: '' });
    setFields(startingFields(policy));
    onDone();
  }

  return (
    <form
      class="options-form"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <PlaceFields fields={fields} onChange={change} t={t} />
      <KeyFields fields={fields} onChange={change} policy={policy} t={t} />
      <div class="actions">
        <button
          type="submit"
          class="button button-primary"
          data-action="connect"
          disabled={settings.busy.value || policy.kind === 'broken'}
        >
          {t(settings.busy.value ? 'options.connecting' : 'options.connect')}
        </button>
      </div>
      {denied !== null && (
        <Notice tone="bad" title={t('options.accessDenied.what', { host: denied })}>
          <p>
            {t('options.accessDenied.means')} {t('options.accessDenied.do')}
          </p>
        </Notice>
      )}
    </form>
  );
}

function startingFields(policy: PolicyState): ConnectFields {
  const server = policy.kind === 'set' ? policy.policy.server : undefined;
  const place = { where: server === undefined ? 'na' : 'server', url: server ?? '' } as const;
  const repository = { repository: '', branch: '', path: 'masking-rules.json', exportTo: '', exportPath: '' };
  return { ...place, ...repository, key: '', remember: false };
}

interface KeyProps {
  readonly fields: ConnectFields;
  readonly onChange: (part: Partial<ConnectFields>) => void;
  readonly policy: PolicyState;
  readonly t: Translate;
}

function KeyFields({ fields, onChange, policy, t }: KeyProps) {
  const { where, key, remember } = fields;
  const mayRemember = policy.kind !== 'set' || policy.policy.mayRememberKeys;
  return (
    <>
      <label class="field">
        <span>{t(where === 'github' ? 'options.token' : 'options.key')}</span>
        <input
          type="password"
          name="key"
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby="key-help"
          value={key}
          onInput={(event) => onChange(withRegion(event.currentTarget.value, where))}
        />
      </label>
      <p id="key-help" class="quiet">
        {t(where === 'github' ? 'options.tokenHelp' : 'options.keyHelp')}
      </p>
      {mayRemember ? (
        <label class="choice">
          <input
            type="checkbox"
            name="remember"
            checked={remember}
            aria-describedby="remember-help"
            onChange={(event) => onChange({ remember: event.currentTarget.checked })}
          />
          {t('options.remember')}
        </label>
      ) : (
        <p class="quiet">{t('policy.session')}</p>
      )}
      {mayRemember && (
        <p id="remember-help" class="quiet">
          {t('options.rememberHelp')}
        </p>
      )}
    </>
  );
}

/** A FullStory key names its data centre: nobody has to know which one that is. */
function withRegion(key: string, where: Where): Partial<ConnectFields> {
  const region = where === 'na' || where === 'eu' ? regions[regionOfKey(key.trim()) ?? ''] : undefined;
  return region === undefined ? { key } : { key, where: region };
}
