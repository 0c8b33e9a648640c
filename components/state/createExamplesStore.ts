import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Example, PageToPanel } from '../../core/protocol.ts';
import type { ExamplesAnswer } from '../../core/selectors/suggestForExamples.ts';
import type { PageClient } from '../client.ts';
import type { EditorStore } from './createEditorStore.ts';
import type { PickerStore } from './createPickerStore.ts';

/** What the selector of the rule in the editor is to take and to leave out. */
export interface ExamplesStore {
  readonly included: ReadonlySignal<readonly Example[]>;
  readonly excluded: ReadonlySignal<readonly Example[]>;
  /** What was found for these examples; null before the first click. */
  readonly answer: ReadonlySignal<ExamplesAnswer | null>;
  /** The element that the rule in the editor began with. */
  startWith(node: number): void;
  /** Arms the picker for more of them. */
  collect(): void;
  takeBack(node: number): void;
  useClosest(): void;
  useExcepted(): void;
}

export interface ExamplesDeps {
  readonly page: PageClient;
  readonly editor: EditorStore;
  readonly picker: PickerStore;
  readonly signal: AbortSignal;
}

/** Of a selector that was not made from an element so many of its first matches stand for what it is to take. */
const mostSeeds = 24;

/** The examples live in the page, which has the elements; here is what the panel was told of them. */
export function createExamplesStore({ page, editor, picker, signal: abort }: ExamplesDeps): ExamplesStore {
  const included = signal<readonly Example[]>([]);
  const excluded = signal<readonly Example[]>([]);
  const answer = signal<ExamplesAnswer | null>(null);
  let first: number | undefined;
  /** The next answer is about what the rule has already: nobody clicked anything. */
  let seeding = false;
  /** Answers that were asked for and did not come yet. */
  let awaited = 0;

  function set(nextIncluded: readonly number[], nextExcluded: readonly number[]): void {
    awaited += 1;
    page.send({ type: 'examples/set', body: { included: nextIncluded, excluded: nextExcluded } });
  }

  function forget(): void {
    if (picker.armed.peek() && picker.forExamples.peek()) picker.disarm();
    if (included.peek().length + excluded.peek().length > 0) set([], []);
    included.value = [];
    excluded.value = [];
    answer.value = null;
    first = undefined;
    seeding = false;
  }

  function onChanged(body: PageToPanel['examples/changed']): void {
    const edit = editor.edit.peek();
    const isAsked = awaited > 0 || (picker.armed.peek() && picker.forExamples.peek());
    awaited = Math.max(0, awaited - 1);
    // Nobody is collecting: a page may not write into the editor by itself.
    if (!edit || !isAsked) return;
    included.value = body.included;
    excluded.value = body.excluded;
    if (seeding || body.included.length + body.excluded.length === 0) {
      seeding = false;
      return;
    }
    answer.value = body.answer;
    const { candidates } = body.answer;
    editor.offer(candidates);
    if (candidates.some(({ selector }) => selector === edit.content.selector)) return;
    const [best] = candidates.toSorted((a, b) => b.stability - a.stability);
    if (best) editor.change({ selector: best.selector });
  }

  page.onMessage((message) => {
    if (message.type === 'examples/changed') onChanged(message.body);
  }, abort);

  let edited: string | undefined;
  const dispose = effect(() => {
    const id = editor.edit.value?.id;
    if (id === edited) return;
    edited = id;
    forget();
  });
  abort.addEventListener('abort', dispose, { once: true });

  return {
    included,
    excluded,
    answer,
    startWith(node) {
      first = node;
    },
    collect() {
      if (included.peek().length + excluded.peek().length === 0) {
        const seeds = first === undefined ? (editor.live.peek()?.nodes ?? []).slice(0, mostSeeds) : [first];
        seeding = seeds.length > 0;
        if (seeding) set(seeds, []);
      }
      picker.armForExamples();
    },
    takeBack(node) {
      const without = (list: readonly Example[]) => list.map((one) => one.node).filter((id) => id !== node);
      set(without(included.peek()), without(excluded.peek()));
    },
    useClosest() {
      const closest = answer.peek()?.closest;
      if (closest) editor.change({ selector: closest.selector });
    },
    useExcepted() {
      const excepted = answer.peek()?.excepted;
      const exceptions = editor.edit.peek()?.content.exceptions;
      if (!excepted || !exceptions) return;
      editor.change({
        selector: excepted.selector,
        exceptions: [...new Set([...exceptions, ...excepted.exceptions])],
      });
    },
  };
}
