import { useRef } from 'preact/hooks';
import type { WireReport } from '../../core/wire/wireReport.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useFocusWhenLost } from '../parts/useFocusWhenLost.ts';
import { WireArrivals } from './WireArrivals.tsx';

/** Receivers of things that were not looked into, named one by one. */
const mostShown = 30;

/** What leaves the tab, searched for the test identity: off until somebody wants it, and says what it costs. */
export function WireSection() {
  const { state, t } = usePanel();
  const { phase, start } = state.wire;
  const now = phase.value;
  const section = useRef<HTMLElement>(null);
  useFocusWhenLost(now, () => section.current?.querySelector<HTMLElement>('.actions button:enabled'));
  return (
    <section ref={section} class="wire" aria-label={t('wireWatch.title')} data-wire={now}>
      <h2 class="section-title">{t('wireWatch.title')}</h2>
      {now === 'on' ? (
        <Listening />
      ) : (
        <>
          <p class="quiet">{t('wireWatch.what')}</p>
          {(now === 'refused' || now === 'lost' || now === 'broken') && (
            <Notice tone="warn" title={t(`wireWatch.${now}`)} />
          )}
          <p class="quiet">{t('wireWatch.needs')}</p>
          <p class="quiet">{t('wireWatch.misses')}</p>
          <div class="actions">
            <ActionButton
              small
              action="wire-start"
              label={t(now === 'asking' ? 'wireWatch.asking' : 'wireWatch.start')}
              disabled={now === 'asking'}
              onClick={start}
            />
          </div>
        </>
      )}
    </section>
  );
}

function Listening() {
  const { state, t } = usePanel();
  const { report, stop, giveBack } = state.wire;
  const sent = report.value;
  const isBlind = state.fill.planted.value.length === 0;
  return (
    <>
      <p role="status">{t('wireWatch.on', { count: sent?.messages ?? 0 })}</p>
      {isBlind && <p class="quiet">{t('wireWatch.noValues')}</p>}
      {sent && sent.arrivals.length > 0 && <WireArrivals arrivals={sent.arrivals} />}
      {sent && !isBlind && sent.arrivals.length === 0 && <p>{t('wireWatch.none')}</p>}
      {sent && sent.notInspected.length > 0 && <NotInspected gaps={sent.notInspected} />}
      <p class="quiet">{t('wireWatch.misses')}</p>
      <div class="actions">
        <ActionButton small action="wire-stop" label={t('wireWatch.stop')} onClick={stop} />
        <ActionButton
          small
          tone="quiet"
          action="wire-give-back"
          label={t('wireWatch.giveBack')}
          onClick={giveBack}
        />
      </div>
    </>
  );
}

function NotInspected({ gaps }: { readonly gaps: WireReport['notInspected'] }) {
  const { t } = usePanel();
  const all = gaps.reduce((sum, { count }) => sum + count, 0);
  return (
    <Disclosure label={<span data-wire-gaps={all}>{t('wireWatch.notInspected', { count: all })}</span>}>
      <ul class="plain-list">
        {gaps.slice(0, mostShown).map(({ origin, carrier, why, count }) => {
          const key = `wire.notInspected.${why}`;
          return (
            <li key={`${origin} ${carrier} ${why}`}>
              {t.has(key) ? t(key) : why} <span class="mono wrap">{origin}</span>{' '}
              {t('wireWatch.times', { count })}
            </li>
          );
        })}
        {gaps.length > mostShown && (
          <li class="quiet">{t('list.more', { count: gaps.length - mostShown })}</li>
        )}
      </ul>
    </Disclosure>
  );
}
