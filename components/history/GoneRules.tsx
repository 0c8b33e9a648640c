import { useEffect, useMemo } from 'preact/hooks';
import { visibleSelector } from '../../core/selectors/visibleSelector.ts';
import { type GoneRule, goneRules } from '../../core/settings/goneRules.ts';
import { restoredContent } from '../../core/settings/restoredContent.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { HistoryState } from './HistoryState.tsx';
import { momentWords } from './momentWords.ts';
import { keepsHistory } from './RuleHistorySection.tsx';

/** Rules that were deleted: each can be drafted anew, as it was. */
export function GoneRules() {
  const { state, t } = usePanel();
  if (!keepsHistory(state)) return null;
  return (
    <Disclosure class="gone-rules" label={t('history.gone')}>
      <GoneList />
    </Disclosure>
  );
}

function GoneList() {
  const { state, t } = usePanel();
  const { history, ruleSet } = state;
  useEffect(() => {
    if (history.phase.peek() === 'unread') void history.more();
  }, [history]);
  const versions = history.versions.value;
  const present = ruleSet.value?.rules;
  const gone = useMemo(() => goneRules(present ?? [], versions), [present, versions]);
  return (
    <>
      {versions.length > 0 && gone.length === 0 && <p class="quiet">{t('history.noneGone')}</p>}
      <ul class="rows">
        {gone.map((one) => (
          <Gone key={`${one.at} ${one.rule.selector} ${one.rule.name}`} gone={one} />
        ))}
      </ul>
      <HistoryState />
    </>
  );
}

function Gone({ gone }: { readonly gone: GoneRule }) {
  const { state, t } = usePanel();
  const { rule } = gone;
  const content = restoredContent(rule);
  const isDrafted = state.draft.value.changes.some(
    ({ kind, content: drafted }) => kind === 'create' && drafted?.selector === rule.selector,
  );
  return (
    <li class="history-step" data-gone={rule.selector}>
      <p>
        <strong>{visibleSelector(rule.name)}</strong>{' '}
        <span class="mono">{visibleSelector(rule.selector)}</span>
      </p>
      <p class="quiet">{t('history.deleted', { moment: momentWords(gone, t) })}</p>
      {rule.uncertain !== undefined && <p class="quiet">{t('history.limited')}</p>}
      {rule.action === 'unspecified' ? (
        <p class="quiet">{t('history.locked')}</p>
      ) : isDrafted ? (
        <p class="quiet">{t('history.drafted')}</p>
      ) : (
        <ActionButton
          small
          action="recreate-rule"
          label={t('history.recreate')}
          onClick={() =>
            state.changeDraft('draft/apply', {
              operation: { kind: 'create', draftId: state.newId(), content },
            })
          }
        />
      )}
    </li>
  );
}
