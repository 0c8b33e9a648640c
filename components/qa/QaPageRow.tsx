import type { Uninspected } from '../../core/capture/captureRecord.ts';
import { kindWords } from '../../core/findings/kindWords.ts';
import type { PageReport, ReportedLeak } from '../../core/report/pageReport.ts';
import { CoverageStrip } from '../leaks/CoverageStrip.tsx';
import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { shortPath } from '../parts/shortPath.ts';
import { WireArrivals } from '../wire/WireArrivals.tsx';
import type { VisitedPage } from './createVisitLog.ts';

const icons: Readonly<Record<PageReport['verdict']['level'], IconName>> = {
  red: 'alert',
  amber: 'question',
  green: 'check',
};

/** More of one page nobody reads here; the report has them all. */
const mostShown = 30;

/** One page of the session: what is said of it in one line, and everything else on request. */
export function QaPageRow({ page }: { readonly page: VisitedPage }) {
  const { state, t } = usePanel();
  const { report, isPresent, isLooking } = page;
  const looks = report.looks ?? 1;
  const isNew = isLooking && !report.loaded;
  return (
    <li class="qa-page" data-qa-page={report.page} data-qa-level={isNew ? 'looking' : report.verdict.level}>
      <p class="qa-name">
        {report.page}
        {report.step !== undefined && <span class="quiet"> · {report.step}</span>}
      </p>
      <p class={`qa-state ${isNew ? '' : `qa-state-${report.verdict.level}`}`}>
        <Icon name={isNew ? 'wait' : icons[report.verdict.level]} />
        <span>{isNew ? t('qa.looking') : <StateWords report={report} />}</span>
      </p>
      {report.wire && report.wire.arrivals.length > 0 && (
        <p class="qa-state qa-state-red">
          <Icon name="alert" />
          <span>
            {t('wireWatch.inPage', { count: new Set(report.wire.arrivals.map(({ kind }) => kind)).size })}
          </span>
        </p>
      )}
      {!report.loaded && !isNew && <Reasons report={report} />}
      <div class="qa-foot">
        <p class="why-line">
          {isPresent && <strong>{t('qa.here')} · </strong>}
          {t('qa.looks', { count: looks })}
        </p>
        {!isPresent && (
          <button
            type="button"
            class="button button-small button-quiet"
            data-action="qa-forget"
            aria-label={t('qa.forgetNamed', { page: report.page })}
            onClick={() => state.qa.forgetPage(page.key)}
          >
            {t('qa.forget')}
          </button>
        )}
      </div>
      {report.loaded && <Details report={report} />}
    </li>
  );
}

function StateWords({ report }: { readonly report: PageReport }) {
  const { t } = usePanel();
  const { leaks, possibleLeaks, uninspected } = report.verdict;
  if (!report.loaded) return <>{t('qa.notChecked')}</>;
  const words = [
    ...(leaks > 0 ? [t('qa.totalLeaks', { count: leaks })] : []),
    ...(possibleLeaks > 0 ? [t('qa.totalPossible', { count: possibleLeaks })] : []),
    ...(uninspected > 0 ? [t('qa.totalUninspected', { count: uninspected })] : []),
  ];
  return <>{words.length === 0 ? t('qa.clean') : words.join(' · ')}</>;
}

/** Why nobody looked at it: nothing else is to be said of it. */
function Reasons({ report }: { readonly report: PageReport }) {
  return (
    <ul class="qa-found">
      {report.uninspected.map((item) => (
        <UninspectedLine key={`${item.reason}:${item.detail ?? ''}`} item={item} />
      ))}
    </ul>
  );
}

function Details({ report }: { readonly report: PageReport }) {
  const { t } = usePanel();
  const { leaks, uninspected, coverage } = report;
  const left = leaks.length + uninspected.length - 2 * mostShown;
  if (leaks.length + uninspected.length === 0 && !coverage) return null;
  return (
    <Disclosure
      label={
        <>
          <span class="link">{t('qa.details')}</span>
          <span class="visually-hidden"> {report.page}</span>
        </>
      }
    >
      <ul class="qa-found">
        {leaks.slice(0, mostShown).map((leak) => (
          <LeakLine key={leak.id} leak={leak} />
        ))}
        {uninspected.slice(0, mostShown).map((item) => (
          <UninspectedLine
            key={`${item.path}:${item.reason}:${item.origin ?? ''}:${item.detail ?? ''}`}
            item={item}
          />
        ))}
        {left > 0 && <li class="quiet">{t('list.more', { count: left })}</li>}
      </ul>
      {report.wire && report.wire.arrivals.length > 0 && <WireArrivals arrivals={report.wire.arrivals} />}
      {coverage && <CoverageStrip coverage={coverage} />}
    </Disclosure>
  );
}

function LeakLine({ leak }: { readonly leak: ReportedLeak }) {
  const { t } = usePanel();
  const [place, ...others] = leak.places;
  return (
    <li data-finding={leak.id}>
      <p>
        <strong>{kindWords(leak.kind, t)}</strong>{' '}
        {leak.sample !== '' && <span class="mono">{leak.sample}</span>} {t(`channel.${place.channel}`)}
        {others.length > 0 && ` ${t('qa.alsoIn', { count: others.length })}`}
      </p>
      {leak.certainty === 'possible' && <p class="why-line">{t('leaks.possible')}</p>}
      {place.path !== '' && (
        <p class="path mono" title={place.path}>
          {shortPath(place.path)}
        </p>
      )}
    </li>
  );
}

function UninspectedLine({ item }: { readonly item: Uninspected }) {
  const { t } = usePanel();
  const key = `uninspected.${item.reason}`;
  return (
    <li>
      <p>
        {t.has(key) ? t(key) : t(`uninspectedKind.${item.kind}`)}
        {item.origin !== undefined && <span class="mono"> {item.origin}</span>}
      </p>
      {item.detail !== undefined && <p class="why-line wrap">{item.detail}</p>}
    </li>
  );
}
