import { kindWords } from '../../core/findings/kindWords.ts';
import type { SuppressionUse } from '../../core/leakSettings/suppressFindings.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { suppressionWhat } from './suppressionWhat.ts';

/** What the org accepts, counted, and every suppression with its end. Nothing where there is none. */
export function SuppressedSection() {
  const { state, t } = usePanel();
  const report = state.leaks.report.value;
  if (!report || (report.suppressions.length === 0 && report.settingsProblems.length === 0)) return null;
  const { suppressed, suppressions, settingsProblems } = report;
  const expired = suppressions.filter((use) => use.state === 'expired').length;
  const unused = suppressions.filter((use) => use.state === 'unused').length;
  const counts = [
    t('suppressed.count', { count: suppressed.length }),
    ...(expired > 0 ? [t('suppressed.expired', { count: expired })] : []),
    ...(unused > 0 ? [t('suppressed.unused', { count: unused })] : []),
  ];
  return (
    <section class="suppressed" aria-label={t('suppressed.title')} data-suppressed={suppressed.length}>
      <h2 class="section-title">{t('suppressed.title')}</h2>
      <Disclosure
        label={<span data-action="suppressed">{counts.join(' · ')}</span>}
        open={expired > 0 || settingsProblems.length > 0}
      >
        <ul class="rows">
          {suppressions.map((use) => (
            <SuppressionRow key={use.id} use={use} />
          ))}
        </ul>
        {suppressed.length > 0 && (
          <ul class="plain-list suppressed-findings">
            {suppressed.map(({ finding }) => (
              <li key={finding.id} class="why-line">
                {kindWords(finding.kind, t)} <span class="mono">{finding.sample}</span>
              </li>
            ))}
          </ul>
        )}
        {settingsProblems.map(({ kind, at, name, code, params }) => (
          <p key={`${kind}${at}${code}`} class="field-problem">
            {name ?? `${t(`leakSettings.kind.${kind}`)} ${at}`}: {t(`leakSettings.${code}`, params)}
          </p>
        ))}
      </Disclosure>
    </section>
  );
}

function SuppressionRow({ use }: { readonly use: SuppressionUse }) {
  const { state, t } = usePanel();
  const { id, reason, expires, matches } = use;
  return (
    <li class="suppression" data-suppression={use.state}>
      <p>{suppressionWhat(use, t)}</p>
      <p class="why-line">“{reason}”</p>
      <p class={use.state === 'expired' ? 'problem-bad' : 'why-line'}>
        {t(`suppressed.state.${use.state}`, { count: matches, date: expires })}
      </p>
      <div class="actions">
        <ActionButton
          small
          tone="quiet"
          action="unsuppress"
          label={t('suppressed.remove')}
          onClick={() => state.leakSettings.change({ kind: 'remove-suppression', id })}
        />
      </div>
    </li>
  );
}
