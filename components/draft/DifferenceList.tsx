import { usePanel } from '../PanelContext.ts';
import { shortPath } from '../parts/shortPath.ts';
import type { PlacedDifference } from './differencesOf.ts';

const maxShown = 4;

export interface DifferenceListProps {
  readonly title: string;
  readonly items: readonly PlacedDifference[];
  readonly tone: 'hidden' | 'visible';
}

/** A count, and the first places it is made of. */
export function DifferenceList({ title, items, tone }: DifferenceListProps) {
  const { state, t } = usePanel();
  return (
    <div class={`differences differences-${tone}`}>
      <p class="differences-title">{title}</p>
      <ul>
        {items.slice(0, maxShown).map((item) => (
          <li key={`${item.node}:${item.channel}:${item.name ?? ''}:${item.part}`}>
            <button
              type="button"
              class="place"
              title={t('leaks.show')}
              onClick={() => state.flash(item.node)}
            >
              <span class="channel">{t(`channel.${item.channel}`)}</span>
              {item.sample !== undefined && <span class="sample mono">{item.sample}</span>}
              <span class="path mono">{shortPath(item.path)}</span>
            </button>
          </li>
        ))}
      </ul>
      {items.length > maxShown && <p class="quiet">{t('list.more', { count: items.length - maxShown })}</p>}
    </div>
  );
}
