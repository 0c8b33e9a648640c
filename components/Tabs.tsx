import { usePanel } from './PanelContext.ts';
import { type PanelView, panelViews } from './state/createPanelState.ts';

/** The next view for a key of the tab pattern (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/), or null. */
export function viewForKey(key: string, present: PanelView): PanelView | null {
  const at = panelViews.indexOf(present);
  const last = panelViews.length - 1;
  const next: Record<string, number> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowLeft: at === 0 ? last : at - 1,
    Home: 0,
    End: last,
  };
  const index = next[key];
  return index === undefined ? null : (panelViews[index] ?? null);
}

/** The views. Arrow keys move between them and select at once. */
export function Tabs({ counts }: { readonly counts: Readonly<Record<PanelView, number | null>> }) {
  const { state, t } = usePanel();

  function onKeyDown(event: KeyboardEvent): void {
    const next = viewForKey(event.key, state.view.value);
    if (!next) return;
    event.preventDefault();
    state.view.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  }

  return (
    <div class="tabs" role="tablist" aria-label={t('tabs.label')}>
      {panelViews.map((view) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={`tab-${view}`}
          data-view={view}
          class="tab"
          aria-selected={state.view.value === view}
          aria-controls="view"
          tabIndex={state.view.value === view ? 0 : -1}
          onClick={() => {
            state.view.value = view;
          }}
          onKeyDown={onKeyDown}
        >
          {t(`tabs.${view}`)}
          {counts[view] !== null && <span class="count">{counts[view]}</span>}
        </button>
      ))}
    </div>
  );
}
