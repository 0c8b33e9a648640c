import { useMemo, useState } from 'preact/hooks';
import { profileById } from '../../core/profiles/registry.ts';
import type { RuleSet } from '../../core/rules/rule.ts';
import { savedSyntaxError } from '../../core/saved/savedSelector.ts';
import { applyDraft } from '../../core/settings/applyDraft.ts';
import { sourceReaders, targetWriters } from '../../core/translate/registry.ts';
import { type Translation, translateRules } from '../../core/translate/translateRules.ts';
import { usePanel } from '../PanelContext.ts';
import { CopyableText } from '../parts/CopyableText.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { ExportNotes } from './ExportNotes.tsx';

/** The rules in force, draft and all, as the configuration code of a recorder. Nothing where they cannot be read. */
export function ExportRules({ ruleSet }: { readonly ruleSet: RuleSet }) {
  const { state, t } = usePanel();
  const from = state.session.profileId.value;
  if (!sourceReaders.some(({ id }) => id === from)) return null;
  return (
    <Disclosure label={<span data-action="export-rules">{t('export.title')}</span>} class="export">
      <ExportBody key={from} from={from} ruleSet={ruleSet} />
    </Disclosure>
  );
}

interface ExportBodyProps {
  readonly from: string;
  readonly ruleSet: RuleSet;
}

function ExportBody({ from, ruleSet }: ExportBodyProps) {
  const { state, t } = usePanel();
  const [to, setTo] = useState(from);
  const draft = state.draft.value;
  const options = state.session.options.value;
  const leakSettings = state.leakSettings.dated.value?.settings;
  const translation = useMemo(
    () =>
      translateRules({
        from,
        to,
        options,
        ruleSet: applyDraft(ruleSet, draft),
        syntax: savedSyntaxError,
        ...(leakSettings === undefined ? {} : { leakSettings }),
      }),
    [from, to, options, ruleSet, draft, leakSettings],
  );
  return (
    <>
      <label class="field">
        {t('export.recorder')}
        <select name="export-to" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
          {targetWriters.map(({ id }) => (
            <option key={id} value={id}>
              {profileById(id)?.name ?? id}
            </option>
          ))}
        </select>
      </label>
      {draft.changes.length > 0 && <p class="quiet">{t('export.withDraft')}</p>}
      <ExportedCode key={to} translation={translation} />
      <ExportNotes notes={translation.notes} />
    </>
  );
}

function ExportedCode({ translation }: { readonly translation: Translation }) {
  const { t } = usePanel();
  const { to, code, language } = translation;
  const isJson = language === 'json';
  return (
    <CopyableText
      label={t('export.code')}
      text={code}
      action="copy-code"
      file={{
        name: `scrim-${to}.${isJson ? 'json' : 'js'}`,
        type: isJson ? 'application/json' : 'text/javascript',
        action: 'save-code',
      }}
    />
  );
}
