import type { Uninspected } from '../core/capture/captureRecord.ts';
import { usePanel } from './PanelContext.ts';
import { CheckFrameButton } from './parts/CheckFrameButton.tsx';
import { shortPath } from './parts/shortPath.ts';

/** More than this nobody reads; the number above the list is always the whole. */
const maxShown = 30;

/** What could not be read, why, where, and the button that may help. */
export function UninspectedList({ items }: { readonly items: readonly Uninspected[] }) {
  const { t } = usePanel();
  return (
    <ul class="uninspected">
      {items.slice(0, maxShown).map((item) => (
        <UninspectedRow
          key={`${item.kind}:${item.node ?? ''}:${item.path}:${item.reason}:${item.detail ?? ''}`}
          item={item}
        />
      ))}
      {items.length > maxShown && <li class="quiet">{t('list.more', { count: items.length - maxShown })}</li>}
    </ul>
  );
}

function UninspectedRow({ item }: { readonly item: Uninspected }) {
  const { state, t } = usePanel();
  const key = `uninspected.${item.reason}`;
  const { origin, node } = item;
  return (
    <li>
      <p>
        {t.has(key) ? t(key) : t(`uninspectedKind.${item.kind}`)}
        {origin !== undefined && <span class="mono"> {origin}</span>}
      </p>
      {item.detail !== undefined && <p class="quiet wrap">{item.detail}</p>}
      {item.path !== '' && <p class="path mono">{shortPath(item.path)}</p>}
      <div class="actions">
        {node !== undefined && (
          <button type="button" class="button button-small" onClick={() => state.flash(node)}>
            {t('leaks.show')}
          </button>
        )}
        <CheckFrameButton origin={origin} />
      </div>
    </li>
  );
}
