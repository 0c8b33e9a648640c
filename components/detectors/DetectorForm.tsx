import { useState } from 'preact/hooks';
import type { Severity } from '../../core/findings/finding.ts';
import { severityRank } from '../../core/findings/severityOf.ts';
import { leakTags } from '../../core/findings/tagsOf.ts';
import { detectorChecksums } from '../../core/leakSettings/detectorChecksums.ts';
import { leakSettingsLimits } from '../../core/leakSettings/leakSettingsLimits.ts';
import { usePanel } from '../PanelContext.ts';
import { DetectorTrialLine } from './DetectorTrialLine.tsx';
import { type DetectorDraft, entryOfDraft } from './detectorDraft.ts';

export interface DetectorFormProps {
  readonly start: DetectorDraft;
  /** Name of the detector that is edited; absent: a new one. */
  readonly replaces?: string;
  readonly onDone: () => void;
}

type Change = (part: Partial<DetectorDraft>) => void;

/** Writes one pattern of the org's own, tried on the page while it is typed. */
export function DetectorForm({ start, replaces, onDone }: DetectorFormProps) {
  const { state, t } = usePanel();
  const [draft, setDraft] = useState(start);
  const change: Change = (part) => setDraft((before) => ({ ...before, ...part }));
  const entry = entryOfDraft(draft);
  const save = async () => {
    const put = { kind: 'put-detector', entry, ...(replaces === undefined ? {} : { replaces }) } as const;
    if (await state.leakSettings.change(put)) onDone();
  };
  const title = replaces === undefined ? t('detectors.new') : t('detectors.editing', { name: replaces });
  return (
    <form
      class="editor detector-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <h3 class="editor-title">{title}</h3>
      <TextField
        name="detector-name"
        label={t('detectors.name')}
        value={draft.name}
        max={40}
        onText={(name) => change({ name })}
      />
      <TextField
        name="detector-pattern"
        label={t('detectors.pattern')}
        value={draft.pattern}
        max={leakSettingsLimits.pattern}
        mono
        onText={(pattern) => change({ pattern })}
      />
      <label class="choice">
        <input
          type="checkbox"
          name="detector-case"
          checked={draft.ignoreCase}
          onChange={(event) => change({ ignoreCase: event.currentTarget.checked })}
        />
        {t('detectors.ignoreCase')}
      </label>
      <TextField
        name="detector-keywords"
        label={t('detectors.keywords')}
        value={draft.keywords}
        max={leakSettingsLimits.keywords * leakSettingsLimits.keyword}
        onText={(keywords) => change({ keywords })}
      />
      <Choices draft={draft} change={change} />
      <LinesField
        name="detector-found"
        label={t('detectors.found')}
        value={draft.found}
        onText={(found) => change({ found })}
      />
      <LinesField
        name="detector-clean"
        label={t('detectors.clean')}
        value={draft.clean}
        onText={(clean) => change({ clean })}
      />
      <DetectorTrialLine entry={entry} />
      <div class="actions editor-actions">
        <button type="submit" class="button button-primary" data-action="save-detector">
          {t('detectors.save')}
        </button>
        <button type="button" class="button button-quiet" data-action="cancel-detector" onClick={onDone}>
          {t('editor.cancel')}
        </button>
      </div>
    </form>
  );
}

const severities = Object.keys(severityRank) as readonly Severity[];

function Choices({ draft, change }: { readonly draft: DetectorDraft; readonly change: Change }) {
  const { t } = usePanel();
  return (
    <>
      <div class="field-pair">
        <label class="field">
          <span>{t('detectors.severity')}</span>
          <select
            name="detector-severity"
            value={draft.severity}
            onChange={({ currentTarget: { value } }) =>
              change({ severity: severities.find((known) => known === value) ?? 'high' })
            }
          >
            {severities.map((severity) => (
              <option key={severity} value={severity}>
                {t(`severity.${severity}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t('detectors.checksum')}</span>
          <select
            name="detector-checksum"
            value={draft.checksum}
            onChange={(event) => change({ checksum: event.currentTarget.value })}
          >
            <option value="">{t('detectors.noChecksum')}</option>
            {Object.keys(detectorChecksums).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset class="choices">
        <legend>{t('detectors.tags')}</legend>
        {leakTags.map((tag) => (
          <label key={tag} class="choice">
            <input
              type="checkbox"
              name={`detector-tag-${tag}`}
              checked={draft.tags.includes(tag)}
              onChange={({ currentTarget: { checked } }) =>
                change({ tags: leakTags.filter((one) => (one === tag ? checked : draft.tags.includes(one))) })
              }
            />
            {t(`tag.${tag}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}

interface TextProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

function TextField({
  name,
  label,
  value,
  onText,
  max,
  mono,
}: TextProps & { readonly max: number; readonly mono?: boolean }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        name={name}
        class={mono ? 'mono' : ''}
        spellcheck={false}
        autocomplete="off"
        maxLength={max}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </label>
  );
}

function LinesField({ name, label, value, onText }: TextProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <textarea
        name={name}
        class="mono"
        rows={2}
        spellcheck={false}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </label>
  );
}
