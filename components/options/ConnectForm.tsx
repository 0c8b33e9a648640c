import { useState } from 'preact/hooks';
import type { Translate } from '../../core/messages/translate.ts';
import { Notice } from '../parts/Notice.tsx';
import type { OptionsProps } from './OptionsView.tsx';

type Where = 'na' | 'eu' | 'server';

const hosts: Readonly<Record<Exclude<Where, 'server'>, string>> = {
  na: 'https://api.fullstory.com',
  eu: 'https://api.eu1.fullstory.com',
};

/** Where the rules are, and the key. The key lives in this form only until it is sent. */
export function ConnectForm({ client, settings, t }: OptionsProps) {
  const [where, setWhere] = useState<Where>('na');
  const [url, setUrl] = useState('');
  const [key, setKey] = useState('');
  const [denied, setDenied] = useState<string | null>(null);
  const baseUrl = where === 'server' ? url.trim() : hosts[where];

  // The first thing in the handler: browsers ask for access only during the gesture itself.
  async function connect(): Promise<void> {
    const allowed = where === 'server' ? true : await client.askAccess(baseUrl);
    setDenied(allowed ? null : new URL(baseUrl).host);
    if (!allowed) return;
    await settings.run('settings/connect', { baseUrl, key: key.trim() });
    setKey('');
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
      <p class="quiet">{t('options.intro')}</p>
      <WhereField t={t} where={where} onChange={setWhere} />
      {where === 'server' && <AddressField t={t} url={url} onChange={setUrl} />}
      <KeyField t={t} value={key} onChange={setKey} />
      <div class="actions">
        <button
          type="submit"
          class="button button-primary"
          data-action="connect"
          disabled={settings.busy.value}
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

interface FieldProps<T> {
  readonly t: Translate;
  readonly onChange: (value: T) => void;
}

function WhereField({ t, where, onChange }: FieldProps<Where> & { readonly where: Where }) {
  return (
    <label class="field">
      <span>{t('options.where')}</span>
      <select name="where" value={where} onChange={(event) => onChange(whereOf(event.currentTarget.value))}>
        <option value="na">{t('options.where.na')}</option>
        <option value="eu">{t('options.where.eu')}</option>
        <option value="server">{t('options.where.server')}</option>
      </select>
    </label>
  );
}

function AddressField({ t, url, onChange }: FieldProps<string> & { readonly url: string }) {
  return (
    <label class="field">
      <span>{t('options.url')}</span>
      <input
        type="url"
        name="server"
        required
        placeholder="https://"
        value={url}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

function KeyField({ t, value, onChange }: FieldProps<string> & { readonly value: string }) {
  return (
    <>
      <label class="field">
        <span>{t('options.key')}</span>
        <input
          type="password"
          name="key"
          required
          autocomplete="off"
          spellcheck={false}
          aria-describedby="key-help"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </label>
      <p id="key-help" class="quiet">
        {t('options.keyHelp')}
      </p>
    </>
  );
}

function whereOf(value: string): Where {
  return value === 'eu' || value === 'server' ? value : 'na';
}
