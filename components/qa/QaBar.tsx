import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';

/** Whatever else the panel shows: that the tab is being followed, and how to end it. */
export function QaBar() {
  const { state, t } = usePanel();
  const { qa, view } = state;
  // There the list itself says so.
  if (!qa.isOn.value || view.value === 'pages') return null;
  return (
    <div class="qa-bar" data-state="qa-on">
      <span role="status">{t('qa.barOn', { count: qa.pages.value.length })}</span>
      <div class="actions">
        <ActionButton
          small
          action="qa-show"
          label={t('qa.show')}
          onClick={() => {
            view.value = 'pages';
          }}
        />
        <ActionButton small tone="quiet" action="qa-stop" label={t('qa.stop')} onClick={qa.stop} />
      </div>
    </div>
  );
}
