import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isBuiltIn, type Rule, type RuleAction, RuleScope } from '../../core/rules/rule.ts';
import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { TreatmentMark } from '../parts/TreatmentMark.tsx';
import { SavedImpactSummary } from '../savedPages/SavedImpactSummary.tsx';
import type { EditorStore } from '../state/createEditorStore.ts';
import { CandidateSlider } from './CandidateSlider.tsx';
import { EditorKeys } from './EditorKeys.tsx';
import { EffectSummary } from './EffectSummary.tsx';
import { ExamplesSection } from './ExamplesSection.tsx';
import { ExceptionsField } from './ExceptionsField.tsx';
import { MatchList } from './MatchList.tsx';
import { markOf } from './markOf.ts';
import { SelectorField } from './SelectorField.tsx';

const actions: readonly RuleAction[] = ['mask', 'exclude', 'unmask'];

/** Writes one rule. Everything shown beside it comes from the page while it is typed; saving goes to the draft. */
export function RuleEditor() {
  const { state, t } = usePanel();
  const { edit, live } = state.editor;
  const form = useRef<HTMLFormElement>(null);
  const id = edit.value?.id;
  useLayoutEffect(() => {
    if (id === undefined || !form.current) return;
    form.current
      .querySelector<HTMLElement>('[name=selector]:enabled, [name=description]')
      ?.focus({ preventScroll: true });
    // All of it that has room, down to the button that saves: what it says is still growing.
    form.current.scrollIntoView({ block: 'start' });
  }, [id]);
  const present = edit.value;
  if (!present) return null;
  const { content, base } = present;
  const locked = base !== undefined && isBuiltIn(base);
  const usable =
    content.selector.trim() !== '' &&
    content.name.trim() !== '' &&
    (live.value?.problem === undefined || live.value.problem.kind === 'too-costly');

  return (
    <form
      ref={form}
      class="editor"
      aria-label={base ? t('editor.editing', { rule: base.name }) : t('editor.new')}
      onSubmit={(event) => {
        event.preventDefault();
        if (usable) void state.saveEdit();
      }}
      onKeyDown={(event) => onEditorKey(event, state.editor)}
    >
      <h2 class="editor-title">{base ? t('editor.editing', { rule: base.name }) : t('editor.new')}</h2>
      {locked && <p class="quiet">{t(`editable.${base.editable}`)}</p>}
      <ActionChoice locked={locked} />
      <CandidateSlider />
      <ExamplesSection locked={locked} />
      <SelectorField locked={locked} />
      <MatchList />
      <EffectSummary />
      <SavedImpactSummary />
      <ScopeAndConsent locked={locked} />
      <Naming locked={locked} />
      <div class="actions editor-actions">
        <button type="submit" class="button button-primary" data-action="save-draft" disabled={!usable}>
          {t('editor.save')}
        </button>
        <button
          type="button"
          class="button button-quiet"
          data-action="cancel-edit"
          onClick={state.editor.close}
        >
          {t('editor.cancel')}
        </button>
        {base && !locked && <DeleteButton rule={base} />}
      </div>
      <EditorKeys />
    </form>
  );
}

/** Escape leaves; F8 walks through the matches; Ctrl and the full stop take the first mend, as editors of code do. */
function onEditorKey(event: TargetedKeyboardEvent<HTMLFormElement>, editor: EditorStore): void {
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key === 'Escape') editor.close();
  else if (event.key === 'F8') editor.walk(event.shiftKey ? 'previous' : 'next');
  else if (isCommand && event.key === '.')
    event.currentTarget.querySelector<HTMLElement>('[data-mend]')?.click();
  else return;
  event.preventDefault();
}

function DeleteButton({ rule }: { readonly rule: Rule }) {
  const { state, t } = usePanel();
  return (
    <button
      type="button"
      class="button button-quiet editor-delete"
      data-action="delete-rule"
      aria-label={t('rules.deleteNamed', { rule: rule.name })}
      onClick={() => void state.deleteRule(rule)}
    >
      {t('rules.delete')}
    </button>
  );
}

interface Lockable {
  readonly locked: boolean;
}

function ActionChoice({ locked }: Lockable) {
  const { state, t } = usePanel();
  const present = state.editor.edit.value?.content.action;
  return (
    <fieldset class="segments" disabled={locked}>
      <legend class="visually-hidden">{t('editor.action')}</legend>
      {actions.map((action) => (
        <label key={action} class="segment">
          <input
            type="radio"
            name="action"
            value={action}
            checked={present === action}
            onChange={() => state.editor.change({ action })}
          />
          <TreatmentMark kind={markOf(action)} />
          {t(`action.${action}`)}
        </label>
      ))}
    </fieldset>
  );
}

function ScopeAndConsent({ locked }: Lockable) {
  const { state, t } = usePanel();
  const edit = state.editor.edit.value;
  if (!edit) return null;
  const { content, base } = edit;
  const scopeLocked = locked && base?.editable !== 'description-scope-exceptions';
  return (
    <div class="field-pair">
      <label class="field">
        <span>{t('editor.scope')}</span>
        <select
          name="scope"
          disabled={scopeLocked}
          value={content.scope}
          onChange={(event) => {
            const scope = Object.values(RuleScope).find((known) => known === event.currentTarget.value);
            if (scope) state.editor.change({ scope });
          }}
        >
          {Object.values(RuleScope).map((scope) => (
            <option key={scope} value={scope}>
              {t(`scope.${scope}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          name="rule-consent"
          disabled={locked}
          checked={content.consent}
          onChange={(event) => state.editor.change({ consent: event.currentTarget.checked })}
        />
        {t(content.action === 'unmask' ? 'editor.consentUnmask' : 'editor.consentHide')}
      </label>
    </div>
  );
}

function Naming({ locked }: Lockable) {
  const { state, t } = usePanel();
  const edit = state.editor.edit.value;
  if (!edit) return null;
  const { content, base } = edit;
  return (
    <Disclosure label={t('editor.more')} open={locked}>
      <ExceptionsField locked={locked && base?.editable !== 'description-scope-exceptions'} />
      <label class="field">
        <span>{t('editor.name')}</span>
        <input
          name="rule-name"
          maxLength={256}
          disabled={locked}
          value={content.name}
          onInput={(event) => state.editor.change({ name: event.currentTarget.value }, { ownName: true })}
        />
      </label>
      <label class="field">
        <span>{t('editor.description')}</span>
        <textarea
          name="description"
          rows={2}
          maxLength={1024}
          value={content.description ?? ''}
          onInput={(event) => state.editor.change({ description: event.currentTarget.value })}
        />
      </label>
    </Disclosure>
  );
}
