import { watchMovement } from './watchMovement.ts';
import { watchPointed } from './watchPointed.ts';

export interface OverlayWatchOptions {
  readonly document: Document;
  readonly onMove: () => void;
  /** Something of the page may have come to lie on top of us. */
  readonly onCovered: () => void;
  /** Undefined when there are no labels to show. */
  readonly onPointed: ((element: Element | null) => void) | undefined;
  readonly isOurs: (target: EventTarget | null) => boolean;
}

export interface OverlayWatch {
  /** Listens while something is drawn. */
  begin(): AbortSignal;
  /** Listens in the document of a target too: a frame scrolls on its own. */
  add(document: Document): void;
  end(): void;
  isOn(): boolean;
}

/** Every listener of the overlay. They live as long as the host is in the page, then all of them are gone. */
export function createOverlayWatch(options: OverlayWatchOptions): OverlayWatch {
  let session: AbortController | undefined;
  let documents = new WeakSet<Document>();

  function add(document: Document): void {
    if (!session || documents.has(document)) return;
    documents.add(document);
    watchMovement(document, options.onMove, session.signal);
    if (options.onPointed) watchPointed(document, { signal: session.signal, onPointed: options.onPointed });
    // A frame moves with everything it stands in.
    const frame = document.defaultView?.frameElement;
    if (frame && document !== options.document) add(frame.ownerDocument);
  }

  function onToggle(event: Event): void {
    // A dialog or popover that opened after us lies on top now.
    if (!options.isOurs(event.target) && (event as ToggleEvent).newState === 'open') options.onCovered();
  }

  return {
    begin() {
      session = new AbortController();
      const { signal } = session;
      const view = options.document.defaultView;
      view?.addEventListener('toggle', onToggle, { capture: true, passive: true, signal });
      view?.addEventListener('fullscreenchange', options.onCovered, { capture: true, passive: true, signal });
      add(options.document);
      return signal;
    },
    add,
    end() {
      session?.abort();
      session = undefined;
      documents = new WeakSet();
    },
    isOn: () => session !== undefined,
  };
}
