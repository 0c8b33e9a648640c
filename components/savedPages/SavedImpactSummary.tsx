import { kindWords } from '../../core/findings/kindWords.ts';
import type { LeakCount } from '../../core/saved/pageImpact.ts';
import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { PageImpactEntry, SavedImpact } from './savedQuestions.ts';
import { sumImpact } from './sumImpact.ts';

/** What the edit changes on every saved page, under what it changes on this one. */
export function SavedImpactSummary() {
  const { state, t } = usePanel();
  const impact = state.savedPages.impact.value;
  const count = state.savedPages.entries.value?.length ?? 0;
  if (impact.kind === 'none' || count === 0) return null;
  return (
    <div class="saved-impact" aria-live="polite" data-saved-impact={impact.kind}>
      {impact.kind === 'reading' && <p class="quiet">{t('savedImpact.reading', { count })}</p>}
      {impact.kind === 'failed' && <p class="problem-bad">{t('savedImpact.failed')}</p>}
      {impact.kind === 'known' && <KnownImpact impact={impact.impact} />}
    </div>
  );
}

function KnownImpact({ impact }: { readonly impact: SavedImpact }) {
  const { t } = usePanel();
  const { pages, unread } = impact;
  const sum = sumImpact(pages);
  const parts = [
    ...(sum.hidden > 0 ? [t('savedImpact.hides', { count: sum.hidden })] : []),
    ...(sum.unknown > 0 ? [t('savedImpact.unclear', { count: sum.unknown })] : []),
    ...(sum.nowhere > 0 ? [t('savedImpact.nowhere', { count: sum.nowhere })] : []),
    ...(unread > 0 ? [t('savedImpact.unread', { count: unread })] : []),
  ];
  const isNothing = sum.hidden + sum.unknown + sum.visible === 0;
  if (isNothing) parts.unshift(t('savedImpact.nothing'));
  return (
    <>
      <p class="saved-impact-line">
        <strong>{t('savedImpact.on', { count: pages.length })}</strong> {parts.join(' · ')}
      </p>
      {sum.visible > 0 && (
        <p class="effect-bad saved-impact-bad">
          <Icon name="alert" />
          {t('savedImpact.shows', { count: sum.visible })}
        </p>
      )}
      <LeakLines closed={sum.closed} opened={sum.opened} />
      <Disclosure label={<span data-action="saved-impact">{t('savedImpact.perPage')}</span>}>
        <ul class="rows">
          {sum.ordered.map((page) => (
            <PageRow key={page.id} page={page} />
          ))}
        </ul>
      </Disclosure>
    </>
  );
}

function LeakLines({
  closed,
  opened,
}: {
  readonly closed: readonly LeakCount[];
  readonly opened: readonly LeakCount[];
}) {
  const { t } = usePanel();
  return (
    <>
      {closed.length > 0 && (
        <p class="effect-good saved-impact-good">
          <Icon name="check" />
          {t('savedImpact.closes', { what: leakWords(closed, t) })}
        </p>
      )}
      {opened.length > 0 && (
        <p class="effect-bad saved-impact-bad">
          <Icon name="alert" />
          {t('savedImpact.opens', { what: leakWords(opened, t) })}
        </p>
      )}
    </>
  );
}

function PageRow({ page }: { readonly page: PageImpactEntry }) {
  const { t } = usePanel();
  const { impact, matched, name } = page;
  const { hidden, visible, unknown } = impact;
  const words = [
    ...(hidden > 0 ? [t('savedImpact.hides', { count: hidden })] : []),
    ...(visible > 0 ? [t('savedImpact.shows', { count: visible })] : []),
    ...(unknown > 0 ? [t('savedImpact.unclear', { count: unknown })] : []),
  ];
  if (words.length === 0) words.push(t('savedImpact.nothing'));
  const matches =
    matched.sure + matched.maybe === 0
      ? t('savedImpact.matchesNone')
      : t(matched.maybe > 0 ? 'savedImpact.matchesMaybe' : 'savedImpact.matches', {
          count: matched.sure,
          maybe: matched.maybe,
        });
  return (
    <li class="saved-impact-page" data-hidden={hidden} data-visible={visible} data-unknown={unknown}>
      <p class="saved-name">{name || t('savedPages.unnamed')}</p>
      <p class="why-line">
        {matches} · <span class={visible > 0 ? 'problem-bad' : undefined}>{words.join(' · ')}</span>
      </p>
      <LeakLines closed={impact.closed} opened={impact.opened} />
    </li>
  );
}

function leakWords(leaks: readonly LeakCount[], t: ReturnType<typeof usePanel>['t']): string {
  return leaks
    .map(({ kind, count }) => t('savedImpact.kind', { kind: kindWords(kind, t), count }))
    .join(', ');
}
