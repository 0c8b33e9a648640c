import type { Example } from '../../core/protocol.ts';
import { usePanel } from '../PanelContext.ts';

/** More examples than this are counted, not listed. */
const maxShown = 8;

/** Elements that the selector is to take and to leave out, and what is wrong when no selector can. */
export function ExamplesSection({ locked }: { readonly locked: boolean }) {
  const { state, t } = usePanel();
  const { picker, examples } = state;
  if (locked || state.page.value.kind !== 'ready') return null;
  const collecting = picker.armed.value && picker.forExamples.value;
  const included = examples.included.value;
  const excluded = examples.excluded.value;
  const isEmpty = state.editor.edit.value?.content.selector.trim() === '';
  const any = included.length + excluded.length > 0;
  return (
    <section
      class="examples"
      aria-label={t('examples.label')}
      data-state={collecting ? 'collecting' : 'idle'}
    >
      <div class="examples-line">
        <p aria-live="polite" data-examples={`${included.length}:${excluded.length}`}>
          {any
            ? t('examples.count', { included: included.length, excluded: excluded.length })
            : t(isEmpty ? 'examples.begin' : 'examples.none')}
        </p>
        <button
          type="button"
          class="button button-small"
          data-action="add-example"
          aria-pressed={collecting}
          onClick={() => (collecting ? picker.disarm() : examples.collect())}
        >
          {t(collecting ? 'examples.done' : isEmpty ? 'examples.addFirst' : 'examples.add')}
        </button>
      </div>
      {any && (
        <ul class="examples-list">
          {[...included.slice(-maxShown)].map((example) => (
            <ExampleRow key={example.node} example={example} taken />
          ))}
          {[...excluded.slice(-maxShown)].map((example) => (
            <ExampleRow key={example.node} example={example} taken={false} />
          ))}
        </ul>
      )}
      <NothingSeparates />
    </section>
  );
}

function ExampleRow({ example, taken }: { readonly example: Example; readonly taken: boolean }) {
  const { state, t } = usePanel();
  return (
    <li class={taken ? 'example-in' : 'example-out'} data-example={taken ? 'in' : 'out'}>
      <span class="example-sign" aria-hidden="true">
        {taken ? '+' : '\u2212'}
      </span>
      <span class="example-name">
        <span class="visually-hidden">{t(taken ? 'examples.in' : 'examples.out')} </span>
        <span class="mono">{example.label}</span>{' '}
        <span class="quiet">{state.placeName.value(example.node)}</span>
      </span>
      <button
        type="button"
        class="button button-small button-quiet"
        onClick={() => state.flash(example.node)}
      >
        {t('leaks.show')}
      </button>
      <button
        type="button"
        class="button button-small button-quiet"
        data-action="take-back"
        onClick={() => state.examples.takeBack(example.node)}
      >
        {t('examples.takeBack')}
      </button>
    </li>
  );
}

/** Said as it is: nothing is chosen for the person, and the errors of what comes closest are counted. */
function NothingSeparates() {
  const { state, t } = usePanel();
  const { examples } = state;
  const answer = examples.answer.value;
  if (!answer || answer.candidates.length > 0) return null;
  const { closest, excepted } = answer;
  if (examples.included.value.length === 0) return <p class="problem-note">{t('examples.needOne')}</p>;
  return (
    <div class="examples-problem" role="status" data-state="not-separable">
      <p class="problem-note">{t('examples.notSeparable')}</p>
      {excepted && (
        <p>
          <span>{t('examples.excepted', { count: excepted.exceptions.length })}</span>{' '}
          <code class="mono wrap">{excepted.selector}</code> {t('examples.except')}{' '}
          <code class="mono wrap">{excepted.exceptions.join(', ')}</code>
        </p>
      )}
      {excepted?.exceptions.some((one) => one.includes(':nth-')) && (
        <p class="problem-note">{t('selectorNote.positional')}</p>
      )}
      {closest && (
        <p>
          {t('examples.closest')} <code class="mono wrap">{closest.selector}</code>
          {': '}
          {errorsOf(closest.missed.length, closest.wrong.length, t)}
        </p>
      )}
      <div class="actions">
        {excepted && (
          <button
            type="button"
            class="button button-small"
            data-action="use-excepted"
            onClick={examples.useExcepted}
          >
            {t('examples.useExcepted')}
          </button>
        )}
        {closest && (
          <button
            type="button"
            class="button button-small"
            data-action="use-closest"
            onClick={examples.useClosest}
          >
            {t('examples.useClosest')}
          </button>
        )}
      </div>
    </div>
  );
}

function errorsOf(missed: number, wrong: number, t: ReturnType<typeof usePanel>['t']): string {
  const errors = [
    ...(missed > 0 ? [t('examples.missed', { count: missed })] : []),
    ...(wrong > 0 ? [t('examples.wrong', { count: wrong })] : []),
  ];
  return errors.join(', ');
}
