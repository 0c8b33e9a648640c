import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PageName } from '../../core/selectors/pageName.ts';
import type { PageClient, PageState } from '../client.ts';
import type { EditorStore } from './createEditorStore.ts';
import type { ScanStore } from './createScanStore.ts';

export interface NamesStore {
  /** Names of the page for completion; empty while they are not known. */
  readonly names: ReadonlySignal<readonly PageName[]>;
  /** The page has told all of its names: one that is not among them is not on the page. */
  readonly isComplete: ReadonlySignal<boolean>;
}

export interface NamesStoreDeps {
  readonly page: PageClient;
  readonly pageState: ReadonlySignal<PageState>;
  readonly editor: EditorStore;
  /** Its roots are where the page looks for names. */
  readonly current: ScanStore;
  readonly nextId: () => number;
  readonly signal: AbortSignal;
}

/** Asks the page for its names when a rule is opened, and again when the page was read anew meanwhile. */
export function createNamesStore(deps: NamesStoreDeps): NamesStore {
  const { page, pageState, editor, current, nextId } = deps;
  const names = signal<readonly PageName[]>([]);
  const isComplete = signal(false);
  let asked = -1;

  const dispose = effect(() => {
    const isOpen = editor.editId.value !== null;
    void current.scan.value;
    if (pageState.value.kind !== 'ready') {
      names.value = [];
      isComplete.value = false;
      return;
    }
    if (!isOpen) return;
    asked = nextId();
    page.send({ type: 'selectors/names', body: { requestId: asked } });
  });
  deps.signal.addEventListener('abort', dispose, { once: true });

  page.onMessage((message) => {
    if (message.type !== 'selectors/named' || message.body.requestId !== asked) return;
    names.value = message.body.names;
    isComplete.value = message.body.isComplete;
  }, deps.signal);

  return { names, isComplete };
}
