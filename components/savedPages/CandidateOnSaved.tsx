import { usePanel } from '../PanelContext.ts';

/** How far a suggestion reaches beyond this page. Nothing while that is not counted, or where no page is saved. */
export function CandidateOnSaved({ selector }: { readonly selector: string }) {
  const { state, t } = usePanel();
  const total = state.savedPages.entries.value?.length ?? 0;
  const count = state.savedPages.countOf(selector);
  if (!count || total === 0) return null;
  const { sure, maybe, pages } = count;
  return (
    <p class="quiet candidate-saved" data-saved-matches={sure}>
      {sure + maybe === 0
        ? t('savedImpact.candidateNone', { count: total })
        : t('savedImpact.candidate', { count: sure, pages, total })}
      {maybe > 0 && ` ${t('savedImpact.candidateMaybe', { count: maybe })}`}
    </p>
  );
}
