import { useId } from 'preact/hooks';
import type { RankedSelector } from '../../core/selectors/rankedSelector.ts';
import { recorderTakes } from '../../core/selectors/recorderTakes.ts';
import { usePanel } from '../PanelContext.ts';
import { CandidateOnSaved } from '../savedPages/CandidateOnSaved.tsx';

/** From "only this one" to "everything like it": each stop matches something else on this page. */
export function CandidateSlider() {
  const { state, t } = usePanel();
  const id = useId();
  const edit = state.editor.edit.value;
  if (!edit) return null;
  if (edit.awaitsCandidates) return <p class="quiet">{t('candidates.awaiting')}</p>;
  const { candidates, content } = edit;
  if (candidates.length === 0) return null;
  const at = candidates.findIndex((candidate) => candidate.selector === content.selector);
  const present = candidates[at];
  const isMany = state.examples.included.value.length > 1;
  const words = present ? describe(present, t) : t('candidates.own');
  return (
    <div class="candidates">
      <label for={id}>{t('candidates.label')}</label>
      <input
        id={id}
        type="range"
        name="candidates"
        min={0}
        max={candidates.length - 1}
        step={1}
        disabled={candidates.length < 2}
        value={Math.max(at, 0)}
        aria-valuetext={words}
        onInput={(event) => {
          const chosen = candidates[Number(event.currentTarget.value)];
          if (chosen) state.editor.change({ selector: chosen.selector });
        }}
      />
      <div class="candidate-ends quiet" aria-hidden="true">
        <span>{t(isMany ? 'candidates.narrowMany' : 'candidates.narrow')}</span>
        <span>{t('candidates.broad')}</span>
      </div>
      <p class="candidate-now">
        {present && <Stability value={present.stability} />}
        <span>{words}</span>
      </p>
      {present && <Dialect selector={present.selector} />}
      {present && <CandidateOnSaved selector={present.selector} />}
      {present?.notes.map((note) => (
        <p key={note} class="problem-note">
          {t(`selectorNote.${note}`)}
        </p>
      ))}
    </div>
  );
}

/** Whether the recorder that is played takes this selector, as far as anybody says. */
function Dialect({ selector }: { readonly selector: string }) {
  const { state, t } = usePanel();
  const { name, evidence } = state.session.profile.value;
  const { answer, pieces } = recorderTakes(selector, evidence);
  const params = { recorder: name, pieces: pieces.join(', ') };
  const key = answer === 'undocumented' && pieces.length === 0 ? 'long' : answer;
  return (
    <p class={answer === 'takes' ? 'quiet' : 'problem-note'} data-dialect={answer}>
      {t(`candidates.dialect.${key}`, params)}
    </p>
  );
}

function describe(candidate: RankedSelector, t: ReturnType<typeof usePanel>['t']): string {
  return `${t('rules.matchesHere', { count: candidate.count })} · ${t(`stability.${stabilityWord(candidate.stability)}`)}`;
}

function stabilityWord(stability: number): 'stable' | 'fair' | 'fragile' {
  if (stability >= 0.7) return 'stable';
  return stability >= 0.4 ? 'fair' : 'fragile';
}

/** Three bars, like signal strength; the words beside it say the same. */
function Stability({ value }: { readonly value: number }) {
  return <span class={`stability stability-${stabilityWord(value)}`} aria-hidden="true" />;
}
