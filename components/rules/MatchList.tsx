import type { PageRules } from '../../core/lint/pageRules.ts';
import { usePanel } from '../PanelContext.ts';
import { TreatmentMark } from '../parts/TreatmentMark.tsx';

/** First matches that are listed; the buttons walk through all that are known. */
const mostListed = 5;

/** The first elements that the selector matches, what the recorder does with each now, and a walk through all. */
export function MatchList() {
  const { state, t } = usePanel();
  const { live, at } = state.editor;
  const answer = live.value;
  const scan = state.current.scan.value;
  if (!answer || answer.problem || answer.nodes.length === 0) return null;
  const facts = scan ? state.lint.factsOf(scan) : null;
  const { nodes, count } = answer;
  const first = Math.min(Math.max(0, at.value - mostListed + 1), Math.max(0, nodes.length - mostListed));
  return (
    <div class="matched">
      <div class="matched-walk">
        {nodes.length > 1 && <WalkButtons />}
        <span class="quiet" aria-live="polite">
          {at.value >= 0 && (
            <>
              {t('matched.at', { at: at.value + 1, count })}
              <span class="visually-hidden"> {labelOf(nodes[at.value] ?? -1, facts)}</span>
            </>
          )}
        </span>
      </div>
      <ul class="matched-list" aria-label={t('matched.label')}>
        {nodes.slice(first, first + mostListed).map((node, index) => (
          <li key={node}>
            <MatchRow node={node} facts={facts} index={first + index} />
          </li>
        ))}
      </ul>
      {count > mostListed && (
        <p class="quiet">
          {count > nodes.length
            ? t('matched.firstOnly', { known: nodes.length, count })
            : t('matched.of', { count })}
        </p>
      )}
    </div>
  );
}

function WalkButtons() {
  const { state, t } = usePanel();
  return (
    <>
      <button
        type="button"
        class="button button-small"
        data-action="previous-match"
        aria-keyshortcuts="Shift+F8"
        onClick={() => state.editor.walk('previous')}
      >
        {t('matched.previous')}
      </button>
      <button
        type="button"
        class="button button-small"
        data-action="next-match"
        aria-keyshortcuts="F8"
        onClick={() => state.editor.walk('next')}
      >
        {t('matched.next')}
      </button>
    </>
  );
}

interface MatchRowProps {
  readonly node: number;
  readonly facts: PageRules | null;
  readonly index: number;
}

function MatchRow({ node, facts, index }: MatchRowProps) {
  const { state, t } = usePanel();
  const entry = facts?.page.entryOf(node);
  const treatment = entry && facts ? facts.page.stateOf(entry) : 'unknown';
  const place = state.placeName.value(node);
  return (
    <button
      type="button"
      class="matched-row"
      aria-current={state.editor.at.value === index}
      onClick={() => state.editor.walk(index)}
    >
      <TreatmentMark kind={treatment} />
      <span class="mono">{labelOf(node, facts)}</span>
      <span class="matched-place">{place}</span>
      <span class="quiet">{entry ? t(`treatment.${treatment}`) : t('matched.new')}</span>
    </button>
  );
}

/** Its tag and what kind of control it is: classes and ids may be data. */
function labelOf(node: number, facts: PageRules | null): string {
  const tag = facts?.page.tagOf(node) ?? '';
  const kind = facts?.page.controlTypeOf(node) ?? '';
  return kind !== '' && kind !== tag ? `${tag} ${kind}` : tag || '?';
}
