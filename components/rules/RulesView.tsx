import { useRef } from 'preact/hooks';
import type { RuleLint } from '../../core/lint/ruleLint.ts';
import { DetectorsSection } from '../detectors/DetectorsSection.tsx';
import { GoneRules } from '../history/GoneRules.tsx';
import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';
import { useFocusWhenLost } from '../parts/useFocusWhenLost.ts';
import { SavedPagesSection } from '../savedPages/SavedPagesSection.tsx';
import { type RuleRow, type RuleRowProblem, ruleRows } from '../state/ruleRows.ts';
import { ExportRules } from './ExportRules.tsx';
import { filterRules } from './filterRules.ts';
import { KeptEdits } from './KeptEdits.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleRowItem } from './RuleRowItem.tsx';

/** Every rule that could hide something here: the org's own first, then the built-in ones. */
export function RulesView() {
  const { state, t } = usePanel();
  const ruleSet = state.ruleSet.value;
  const edit = state.editor.edit.value;
  const view = useFocusAfterEditing(edit?.id);
  if (!ruleSet) return <p class="empty">{t('rules.reading')}</p>;
  const scan =
    state.draft.value.changes.length > 0
      ? (state.draftScan.scan.value ?? state.current.scan.value)
      : state.current.scan.value;
  const all = ruleRows({
    ruleSet,
    draft: state.draft.value,
    scan,
    lint: (rule) => lintRow(state.lint.ofRules.value.get(rule.id)),
  });
  const rows = filterRules(all, state.ruleFilter.value);
  const isNew = edit && !all.some((row) => row.rule.id === edit.id);
  return (
    <div class="rules" ref={view}>
      <div class="rules-bar">
        <label class="filter">
          <span class="visually-hidden">{t('rules.filter')}</span>
          <input
            type="search"
            name="rule-filter"
            placeholder={t('rules.filter')}
            value={state.ruleFilter.value}
            onInput={(event) => {
              state.ruleFilter.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="button" class="button" data-action="new-rule" onClick={state.newRule}>
          <Icon name="plus" />
          {t('rules.new')}
        </button>
      </div>
      <KeptEdits />
      {isNew && <RuleEditor />}
      <RuleList
        title={t('rules.custom')}
        empty={t(all.length === rows.length ? 'rules.noCustom' : 'rules.noMatch')}
        rows={rows.filter((row) => !row.builtIn)}
      />
      <GoneRules />
      <SavedPagesSection />
      <DetectorsSection />
      <RuleList
        title={t('rules.builtIn')}
        empty={t('rules.noMatch')}
        rows={rows.filter((row) => row.builtIn)}
      />
      <ExportRules ruleSet={ruleSet} />
    </div>
  );
}

/** Once the editor is gone, the keyboard goes on at the rule that was in it, or where a new one begins. */
function useFocusAfterEditing(id: string | undefined) {
  const view = useRef<HTMLDivElement>(null);
  useFocusWhenLost(id, (left) => {
    if (left === undefined || id !== undefined) return null;
    const find = (selector: string) => view.current?.querySelector<HTMLElement>(selector);
    return find(`[data-rule="${CSS.escape(left)}"] .rule-edit`) ?? find('[data-action=new-rule]');
  });
  return view;
}

/** That it cannot be read is told by the browser, on the page or not at all. */
function lintRow(lints: readonly RuleLint[] = []): RuleRowProblem[] {
  return lints
    .filter(({ key }) => key !== 'invalid')
    .map(({ key, params, isSerious }) => ({ key: `lint:${key}`, params, isSerious }));
}

interface RuleListProps {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly RuleRow[];
}

function RuleList({ title, empty, rows }: RuleListProps) {
  return (
    <section class="rule-list" aria-label={title}>
      <h2 class="section-title">
        {title} <span class="count">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p class="quiet">{empty}</p>
      ) : (
        <ul class="rows">
          {rows.map((row) => (
            <RuleRowItem key={row.rule.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}
