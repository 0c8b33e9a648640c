import { Legend } from './Legend.tsx';
import { usePanel } from './PanelContext.ts';
import { Icon } from './parts/Icon.tsx';

/** What is done to the page itself: show the overlay, pick an element. */
export function Toolbar() {
  const { state, t } = usePanel();
  const { overlayOn, picker } = state;
  return (
    <div class="toolbar">
      <div class="toolbar-line">
        <button
          type="button"
          class="button toggle"
          role="switch"
          aria-checked={overlayOn.value}
          data-action="overlay"
          onClick={() => {
            overlayOn.value = !overlayOn.value;
          }}
        >
          <span class="switch" aria-hidden="true" />
          {t('toolbar.overlay')}
        </button>
        <button
          type="button"
          class="button toolbar-pick"
          aria-pressed={picker.armed.value}
          aria-keyshortcuts="Alt+P"
          data-action="pick"
          onClick={picker.toggle}
        >
          <Icon name="target" />
          {picker.armed.value ? t('toolbar.picking') : t('toolbar.pick')}
          <kbd>Alt+P</kbd>
        </button>
        <button
          type="button"
          class="button button-icon"
          data-action="rescan-page"
          aria-label={t('scan.again')}
          title={t('scan.again')}
          onClick={state.rescan}
        >
          <Icon name="refresh" />
        </button>
      </div>
      {state.overlayLost.value && <p class="toolbar-lost">{t('overlay.lost')}</p>}
      {overlayOn.value && <Legend />}
    </div>
  );
}
