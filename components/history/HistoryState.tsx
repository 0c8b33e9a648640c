import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';

/** How far back the history was read, and the button that reads on. */
export function HistoryState() {
  const { state, t } = usePanel();
  const { phase, versions, problem, more } = state.history;
  const oldest = versions.value.at(-1);
  const present = phase.value;
  const backTo = oldest === undefined ? '' : oldest.at.slice(0, 10);
  return (
    <div class="history-state" data-history={present}>
      {present === 'reading' && <p class="quiet">{t('history.reading')}</p>}
      {present === 'none' && <p class="quiet">{t('history.none')}</p>}
      {present === 'end' && <p class="quiet">{t('history.end', { backTo })}</p>}
      {present === 'failed' && (
        <p class="problem-note" role="status">
          {t(`problem.${problem.value?.code ?? 'unexpected'}.what`)}. {t('history.failed')}
        </p>
      )}
      {(present === 'part' || present === 'failed' || present === 'unread') && (
        <ActionButton
          small
          action="more-history"
          label={t(oldest === undefined ? 'history.read' : 'history.more', { backTo })}
          onClick={() => void more()}
        />
      )}
    </div>
  );
}
