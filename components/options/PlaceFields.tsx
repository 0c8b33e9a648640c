import type { Translate } from '../../core/messages/translate.ts';
import { profileById } from '../../core/profiles/registry.ts';
import { targetWriters } from '../../core/translate/registry.ts';
import type { ConnectFields, Where } from './connectRequest.ts';

interface PlaceProps {
  readonly fields: ConnectFields;
  readonly onChange: (part: Partial<ConnectFields>) => void;
  readonly t: Translate;
}

const places: readonly Where[] = ['na', 'eu', 'server', 'github'];

/** Where the rules are: one choice, and the address where that is not all. */
export function PlaceFields(props: PlaceProps) {
  const { fields, onChange, t } = props;
  return (
    <>
      <label class="field">
        <span>{t('options.where')}</span>
        <select
          name="where"
          value={fields.where}
          onChange={(event) => onChange({ where: placeIn(event.currentTarget.value), url: '' })}
        >
          {places.map((place) => (
            <option key={place} value={place}>
              {t(`options.where.${place}`)}
            </option>
          ))}
        </select>
      </label>
      {fields.where === 'server' && <TextField {...props} name="url" as="server" hint="https://" />}
      {fields.where === 'github' && <RepositoryFields {...props} />}
    </>
  );
}

function RepositoryFields(props: PlaceProps) {
  const { t } = props;
  return (
    <>
      <TextField {...props} name="repository" hint="acme/masking-rules" />
      <TextField {...props} name="path" />
      <details class="more">
        <summary>{t('options.more')}</summary>
        <TextField {...props} name="branch" isOptional />
        <TextField
          {...props}
          name="url"
          as="enterprise"
          hint="https://github.acme.example/api/v3"
          isOptional
        />
        <ExportFields {...props} />
      </details>
    </>
  );
}

/** For a recorder without a settings API: its configuration is proposed together with the rules. */
function ExportFields(props: PlaceProps) {
  const { fields, onChange, t } = props;
  return (
    <>
      <label class="field">
        <span>{t('options.exportTo')}</span>
        <select
          name="export-to"
          value={fields.exportTo}
          onChange={(event) => onChange({ exportTo: event.currentTarget.value })}
        >
          <option value="">{t('options.exportTo.none')}</option>
          {targetWriters.map(({ id }) => (
            <option key={id} value={id}>
              {profileById(id)?.name ?? id}
            </option>
          ))}
        </select>
      </label>
      {fields.exportTo !== '' && (
        <TextField {...props} name="exportPath" as="export-path" hint="config/masking.js" />
      )}
    </>
  );
}

interface TextProps extends PlaceProps {
  readonly name: 'url' | 'repository' | 'path' | 'branch' | 'exportPath';
  /** Name of the field on the page, where it is another one. */
  readonly as?: string;
  readonly hint?: string;
  readonly isOptional?: boolean;
}

function TextField({ fields, onChange, t, name, as = name, hint, isOptional }: TextProps) {
  return (
    <label class="field">
      <span>{t(`options.${as}`)}</span>
      <input
        type="text"
        inputMode={name === 'url' ? 'url' : 'text'}
        name={as}
        required={!isOptional}
        autocomplete="off"
        spellcheck={false}
        placeholder={hint}
        value={fields[name]}
        onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}

function placeIn(value: string): Where {
  return places.find((place) => place === value) ?? 'na';
}
