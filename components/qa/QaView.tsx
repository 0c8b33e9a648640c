import { useRef, useState } from 'preact/hooks';
import { FillSection } from '../fill/FillSection.tsx';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useFocusWhenLost } from '../parts/useFocusWhenLost.ts';
import { tallyOf } from '../report/runOf.ts';
import { QaExport } from './QaExport.tsx';
import { QaPageRow } from './QaPageRow.tsx';

/** Several pages in a row, each with what it would leak: the whole of a QA session. */
export function QaView() {
  const { state, t } = usePanel();
  const { qa } = state;
  const pages = qa.pages.value;
  const view = useRef<HTMLDivElement>(null);
  // A page that was forgotten, a list that was discarded: the button went with it.
  useFocusWhenLost(pages.length, () => {
    const find = (action: string) => view.current?.querySelector<HTMLElement>(`[data-action=${action}]`);
    return find('qa-forget') ?? find('qa-start') ?? find('qa-stop');
  });
  const notKept = qa.notKept.value;
  return (
    <div ref={view} class="qa" data-qa={qa.isOn.value ? 'on' : qa.since.value === null ? 'none' : 'off'}>
      <h2 class="section-title">{t('qa.title')}</h2>
      <p class="quiet">{t('qa.what')}</p>
      <Progress />
      {qa.isOn.value && qa.mayFollow.value === false && <AccessNotice />}
      <FillSection />
      {notKept !== null && pages.length > 0 && <Notice tone="warn" title={t(`qa.notKept.${notKept}`)} />}
      {pages.length > 0 && (
        <>
          <Totals />
          <ul class="rows">
            {pages.map((page) => (
              <QaPageRow key={page.key} page={page} />
            ))}
          </ul>
          <QaExport />
          <Discard />
        </>
      )}
    </div>
  );
}

function Progress() {
  const { state, t } = usePanel();
  const { isOn, since, start, stop } = state.qa;
  const time =
    since.value === null
      ? ''
      : new Intl.DateTimeFormat(t.locale, { timeStyle: 'short' }).format(new Date(since.value));
  return (
    <>
      {since.value !== null && <p role="status">{isOn.value ? t('qa.on', { time }) : t('qa.off')}</p>}
      <div class="actions">
        {isOn.value ? (
          <ActionButton action="qa-stop" label={t('qa.stop')} onClick={stop} />
        ) : (
          <ActionButton
            tone="primary"
            action="qa-start"
            label={t(since.value === null ? 'qa.start' : 'qa.goOn')}
            onClick={start}
          />
        )}
      </div>
    </>
  );
}

/** The browser grants one page by the toolbar button: to be followed, the site is allowed once, in place. */
function AccessNotice() {
  const { state, t } = usePanel();
  const page = state.page.value;
  const address = page.kind === 'ready' ? page.url : page.kind === 'no-access' ? page.origin : undefined;
  if (address === undefined) return null;
  return (
    <Notice
      tone="warn"
      title={t('qa.access')}
      actions={
        <ActionButton
          small
          action="qa-allow-site"
          label={t('access.allowSite', { site: new URL(address).host })}
          onClick={state.qa.allowSite}
        />
      }
    >
      <p>{t('qa.accessMeans')}</p>
    </Notice>
  );
}

function Totals() {
  const { state, t } = usePanel();
  const reports = state.qa.pages.value.map(({ report }) => report);
  const { pages, leaks, possibleLeaks, uninspected } = tallyOf(reports).totals;
  return (
    <p class="qa-totals">
      <span data-qa-total="pages">{t('qa.total', { count: pages })}</span>
      {leaks > 0 && <span data-qa-total="leaks">{t('qa.totalLeaks', { count: leaks })}</span>}
      {possibleLeaks > 0 && <span>{t('qa.totalPossible', { count: possibleLeaks })}</span>}
      {uninspected > 0 && <span>{t('qa.totalUninspected', { count: uninspected })}</span>}
      {leaks + possibleLeaks + uninspected === 0 && <span>{t('qa.clean')}</span>}
    </p>
  );
}

function Discard() {
  const { state, t } = usePanel();
  const [asked, setAsked] = useState(false);
  const count = state.qa.pages.value.length;
  return (
    <div class="actions">
      <ActionButton
        small
        tone="quiet"
        action="qa-discard"
        label={asked ? t('qa.discardReally', { count }) : t('qa.discard')}
        onClick={() => (asked ? state.qa.discard() : setAsked(true))}
      />
    </div>
  );
}
