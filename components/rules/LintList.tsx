import type { RuleContent } from '../../core/rules/rule.ts';
import { visibleSelector } from '../../core/selectors/visibleSelector.ts';
import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';
import type { MendEffect, ShownLint, ShownMend } from '../state/createLintStore.ts';
import { replaceText } from './replaceText.ts';
import { safeParams } from './safeParams.ts';

/** As many are read; the rest is counted. */
const mostShown = 6;

/** What is doubtful about the rule in the editor, the serious things first, each with what would mend it. */
export function LintList({ id, lints }: { readonly id: string; readonly lints: readonly ShownLint[] }) {
  const { t } = usePanel();
  const left = lints.length - mostShown;
  return (
    <div id={id} aria-live="polite">
      <TakeBack />
      {lints.length > 0 && (
        <ul class="lint" aria-label={t('lint.label')}>
          {lints.slice(0, mostShown).map((lint, index) => (
            <LintItem key={`${lint.key} ${lint.params.detail ?? index}`} lint={lint} />
          ))}
        </ul>
      )}
      {left > 0 && <p class="quiet">{t('lint.more', { count: left })}</p>}
    </div>
  );
}

function LintItem({ lint }: { readonly lint: ShownLint }) {
  const { t } = usePanel();
  return (
    <li class={`lint-item ${lint.isSerious ? 'lint-bad' : 'lint-note'}`} data-lint={lint.key}>
      <Icon name={lint.isSerious ? 'alert' : 'question'} />
      <div class="lint-body">
        <p>
          {lint.isSerious && <span class="visually-hidden">{t('lint.serious')} </span>}
          {t(`selectorLint.${lint.key}`, safeParams(lint.params))}{' '}
          {lint.fault && (
            <span data-fault={lint.fault}>
              {t('lint.place', { at: (lint.place?.start ?? 0) + 1, what: t(`selectorFault.${lint.fault}`) })}
            </span>
          )}
        </p>
        {lint.isMendedAbove && <p class="quiet">{t('lint.mendedAbove')}</p>}
        {lint.mends.map((shown, index) => (
          <MendButton key={`${shown.mend.key} ${index}`} shown={shown} />
        ))}
      </div>
    </li>
  );
}

function MendButton({ shown }: { readonly shown: ShownMend }) {
  const { state, t } = usePanel();
  const { mend, effect, weakens } = shown;
  const edit = state.editor.edit.value;

  function apply(form: HTMLFormElement | null): void {
    if (mend.kind === 'other-rule') void state.draftRule(mend.rule, mend.content);
    else if (mend.kind === 'delete') dropRule();
    else if (mend.kind === 'content') state.editor.mend(mend.change, () => writeText(form, mend.change));
    else {
      state.editor.repick();
      if (!state.picker.armed.peek()) state.picker.toggle();
    }
  }

  function dropRule(): void {
    if (edit?.base) void state.deleteRule(edit.base);
    else state.editor.close();
  }

  const key = mend.kind === 'delete' && !edit?.base ? 'mend.not-made' : `mend.${mend.key}`;
  const isRun = state.editor.live.value?.problem === undefined;
  const words = effectWords(effect, isRun, t);
  return (
    <div class="mend">
      <button
        type="button"
        class="button button-small"
        data-mend={mend.key}
        onClick={(event) => apply(event.currentTarget.form)}
      >
        {t(key, safeParams(mend.params))}
        {typeof mend.params.selector === 'string' && mend.params.selector !== '' && (
          <code class="mono mend-text">{visibleSelector(mend.params.selector)}</code>
        )}
      </button>
      {(words !== '' || weakens) && (
        <span class={weakens ? 'mend-effect mend-weakens' : 'mend-effect quiet'}>
          {weakens && <Icon name="alert" />}
          {mend.kind === 'other-rule' ? t('mendEffect.shows') : words}
        </span>
      )}
    </div>
  );
}

/** The browser's own undo takes back what is written into the field. */
function writeText(form: HTMLFormElement | null, { selector }: Partial<RuleContent>): void {
  const field = form?.elements.namedItem('selector');
  if (selector === undefined || !(field instanceof HTMLTextAreaElement)) return;
  replaceText(field, 0, field.value.length, selector);
}

/** @param isRun the selector as it is written is one; otherwise there is nothing to compare with */
function effectWords(effect: MendEffect, isRun: boolean, t: ReturnType<typeof usePanel>['t']): string {
  if (effect === 'none') return '';
  if (effect === 'unknown') return t('mendEffect.unknown');
  const { lost, gained, count } = effect;
  if (!isRun) return t('rules.matchesHere', { count });
  if (lost === 0 && gained === 0) return t('mendEffect.same', { count });
  const parts = [];
  if (lost > 0) parts.push(t('mendEffect.lost', { count: lost }));
  if (gained > 0) parts.push(t('mendEffect.gained', { count: gained }));
  return parts.join(' · ');
}

function TakeBack() {
  const { state, t } = usePanel();
  if (!state.editor.mended.value) return null;
  return (
    <p class="mended">
      <Icon name="check" />
      {t('mend.done')}
      <button
        type="button"
        class="button button-small button-quiet"
        data-action="undo-mend"
        onClick={state.editor.undoMend}
      >
        <Icon name="undo" />
        {t('mend.undo')}
      </button>
    </p>
  );
}
