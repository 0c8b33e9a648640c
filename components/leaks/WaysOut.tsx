import type { WayOutOnPage } from '../../core/findings/waysOutOf.ts';
import { usePanel } from '../PanelContext.ts';

/** What leaves the page beside the content of its elements: no element rule helps there. */
export function WaysOut() {
  const { state, t } = usePanel();
  const ways = state.waysOut.value;
  if (ways.length === 0) return null;
  return (
    <section class="ways-out" aria-label={t('waysOut.title')}>
      <h2 class="section-title">{t('waysOut.title')}</h2>
      <ul class="rows">
        {ways.map((way) => (
          <Way key={way.way} way={way} />
        ))}
      </ul>
    </section>
  );
}

function Way({ way }: { readonly way: WayOutOnPage }) {
  const { t } = usePanel();
  return (
    <li class="way-out" data-way={way.way} data-way-state={way.state}>
      <p class="way-out-line">
        <strong>{t(`waysOut.way.${way.way}`)}</strong>
        <span class={`way-out-state way-out-${way.state}`}>{t(`waysOut.state.${way.state}`)}</span>
        <span class="quiet">{countWords(way, t)}</span>
        {way.samples.map((sample) => (
          <span key={sample} class="sample mono">
            {sample}
          </span>
        ))}
      </p>
      <p class="why-line">{t(`waysOut.because.${way.because}`)}</p>
    </li>
  );
}

/** A nought that nobody could count is no nought. */
function countWords({ state, seen, count }: WayOutOnPage, t: ReturnType<typeof usePanel>['t']): string {
  if (state === 'not-sent') return '';
  if (seen === 'none' || (seen === 'part' && count === 0)) return t('waysOut.notSeen');
  return t(seen === 'all' ? 'waysOut.count' : 'waysOut.countAtLeast', { count });
}
