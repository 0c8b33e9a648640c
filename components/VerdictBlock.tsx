import type { Verdict } from '../core/findings/finding.ts';
import type { Translate } from '../core/messages/translate.ts';
import { profileById } from '../core/profiles/registry.ts';
import { usePanel } from './PanelContext.ts';
import { Disclosure } from './parts/Disclosure.tsx';
import { EvidenceBadge } from './parts/EvidenceBadge.tsx';
import { Icon, type IconName } from './parts/Icon.tsx';
import { RecordingLine } from './RecordingLine.tsx';
import { ScanProgress } from './ScanProgress.tsx';
import { UninspectedList } from './UninspectedList.tsx';
import { useMeasurement } from './useMeasurement.ts';

const icons: Record<Verdict['level'], IconName> = { red: 'alert', amber: 'question', green: 'check' };

/** "Is this page safe to record?", in one sentence, and what that sentence does not cover. */
export function VerdictBlock() {
  const { state, t } = usePanel();
  const report = state.leaks.report.value;
  const scan = state.leaks.reportedScan.value;
  const { described } = useMeasurement();
  if (!report || !scan) return <ScanProgress />;
  const { verdict, uninspected } = report;
  const profile = profileById(scan.profile);
  const measured = described?.measurement;
  return (
    <section class={`verdict verdict-${verdict.level}`} aria-label={t('verdict.label')}>
      <Icon name={icons[verdict.level]} />
      <div class="verdict-words">
        <p class="verdict-sentence" data-verdict-sentence role="status">
          {verdictSentence(verdict, t)}
        </p>
        {profile && profile.evidence.kind !== 'verified' && (
          <p class="verdict-evidence">
            <span>{profile.name}</span> <EvidenceBadge evidence={profile.evidence} measured={measured} />
          </p>
        )}
        {verdict.level === 'green' && profile?.evidence.kind === 'documented' && (
          <p class="verdict-more">
            {measured
              ? t('measured.restsOn', { recorder: profile.name, date: measured.date })
              : t('verdict.restsOn', { recorder: profile.name })}
          </p>
        )}
        {verdict.level === 'red' && verdict.possibleLeaks > 0 && (
          <p class="verdict-more">{t('verdict.possibleToo', { count: verdict.possibleLeaks })}</p>
        )}
        {report.suppressed.length > 0 && (
          <p class="verdict-more">{t('verdict.suppressed', { count: report.suppressed.length })}</p>
        )}
        {uninspected.length > 0 && (
          <Disclosure
            class="why"
            label={
              <>
                <span>{t('verdict.uninspected', { count: uninspected.length })}</span>{' '}
                <span class="link">{t('verdict.why')}</span>
              </>
            }
          >
            <UninspectedList items={uninspected} />
          </Disclosure>
        )}
        {verdict.level === 'green' && <Undocumented />}
        <RecordingLine />
        <ScanProgress />
      </div>
    </section>
  );
}

/** The one sentence, for people who read nothing else. */
export function verdictSentence(verdict: Verdict, t: Translate): string {
  if (verdict.leaks > 0) return t('verdict.leaks', { count: verdict.leaks });
  if (verdict.possibleLeaks > 0) return t('verdict.possible', { count: verdict.possibleLeaks });
  if (verdict.uninspected > 0) return t('verdict.partly');
  return t('verdict.clean');
}

/** Green never says more than it knows: it names what only the recorder's vendor knows. */
function Undocumented() {
  const { state, t } = usePanel();
  const profile = state.session.profile.value;
  const { undocumented } = useMeasurement();
  if (undocumented.length === 0) return null;
  return (
    <Disclosure
      class="why"
      label={
        <>
          <span>{t('verdict.undocumented', { recorder: profile.name, count: undocumented.length })}</span>{' '}
          <span class="link">{t('verdict.which')}</span>
        </>
      }
    >
      <ul class="plain-list">
        {undocumented.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
