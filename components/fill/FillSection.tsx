import { useRef } from 'preact/hooks';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useFocusWhenLost } from '../parts/useFocusWhenLost.ts';
import { filledByClass } from './filledByClass.ts';

/** Fields that are named one by one. */
const mostShown = 30;

/** Types a test identity into the page, after a person was told what that does. */
export function FillSection() {
  const { state, t } = usePanel();
  const { phase, ask } = state.fill;
  const section = useRef<HTMLElement>(null);
  // The button that was pressed is gone with what it asked: the keyboard goes on at the next one.
  useFocusWhenLost(phase.value.kind, () => section.current?.querySelector<HTMLElement>('button:enabled'));
  const isReady = state.page.value.kind === 'ready';
  const { kind } = phase.value;
  if (!isReady) return null;
  return (
    <section ref={section} class="fill" aria-label={t('fill.title')} data-fill={kind}>
      {kind === 'asking' ? (
        <Question />
      ) : (
        <div class="actions">
          <ActionButton
            small
            action="fill-ask"
            label={t(kind === 'filling' ? 'fill.filling' : kind === 'done' ? 'fill.again' : 'fill.offer')}
            disabled={kind === 'filling'}
            onClick={ask}
          />
        </div>
      )}
      <Outcome />
    </section>
  );
}

function Question() {
  const { state, t } = usePanel();
  return (
    <Notice
      tone="info"
      title={t('fill.title')}
      actions={
        <>
          <ActionButton
            small
            tone="primary"
            action="fill-go"
            label={t('fill.go')}
            onClick={state.fill.fill}
          />
          <ActionButton
            small
            tone="quiet"
            action="fill-cancel"
            label={t('fill.cancel')}
            onClick={state.fill.cancel}
          />
        </>
      }
    >
      <p>{t('fill.means')}</p>
      <p class="quiet">{t('fill.saves')}</p>
    </Notice>
  );
}

function Outcome() {
  const { state, t } = usePanel();
  const phase = state.fill.phase.value;
  const report = state.fill.report.value;
  if (phase.kind === 'failed')
    return (
      <Notice tone="bad" title={t('fill.failed')}>
        <p class="wrap quiet">{phase.reason}</p>
      </Notice>
    );
  if (phase.kind !== 'done' || !report) return null;
  if (phase.filled + phase.skipped === 0) return <p role="status">{t('fill.nothing')}</p>;
  return (
    <>
      <p role="status">
        {t('fill.done', { count: phase.filled })}{' '}
        {phase.skipped > 0 && t('fill.skipped', { count: phase.skipped })}
      </p>
      <Disclosure label={<span class="link">{t('fill.which')}</span>}>
        <ul class="plain-list">
          {filledByClass(report.filled).map(([found, count]) => (
            <li key={found}>{t('fill.field', { field: t(`fieldClass.${found}`), count })}</li>
          ))}
        </ul>
        {report.skipped.length > 0 && <p class="quiet">{t('fill.skippedTitle')}</p>}
        <ul class="plain-list">
          {report.skipped.slice(0, mostShown).map(({ path, why }) => (
            <li key={`${path} ${why}`}>
              {t.has(`visitor.skipped.${why}`) ? t(`visitor.skipped.${why}`) : why}
              <span class="path mono"> {path.split(' > ').at(-1)}</span>
            </li>
          ))}
          {report.skipped.length > mostShown && (
            <li class="quiet">{t('list.more', { count: report.skipped.length - mostShown })}</li>
          )}
        </ul>
      </Disclosure>
    </>
  );
}
