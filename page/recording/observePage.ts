import type { ValueCause } from '../../core/profiles/profile.ts';
import { domAccess } from '../domAccess.ts';

export interface PageObserver {
  /** Called with each batch, in the microtask in which every other observer of the page gets it too. */
  readonly onMutations: (records: readonly MutationRecord[]) => void;
  readonly onValue: (element: Element, cause: ValueCause) => void;
  readonly onClick: (element: Element) => void;
  readonly onFrameLoaded: (frame: Element) => void;
  /** An image has come or failed. */
  readonly onImage: (image: Element) => void;
  /** Something happened that the page tells nobody about: a sheet changed, a shadow root was attached. */
  readonly onHint: (target: Element | null) => void;
}

export interface ObserveOptions extends PageObserver {
  readonly signal: AbortSignal;
  /** Name of the event that hooks in the page's own world dispatch; undefined where there are none. */
  readonly hookEvent?: string | undefined;
}

const everything: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributes: true,
  attributeOldValue: true,
};

/** Listens to documents and shadow roots as a recorder does. Reads only; gone with its signal. */
export function createPageObserver(options: ObserveOptions) {
  const { signal } = options;
  const observed = new WeakSet<Node>();
  const observer = new MutationObserver((records) => options.onMutations(records));
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  function observe(root: Node): void {
    if (observed.has(root)) return;
    observed.add(root);
    observer.observe(root, everything);
    if (domAccess.nodeType(root) === 9) listenInDocument(root);
    else listenInShadow(root);
  }

  /** Events inside a shadow root are heard on its document if they leave it; recorders listen there too. */
  function listenInDocument(root: Node): void {
    listen(root, 'input', (event) => value(event, 'input'));
    listen(root, 'change', (event) => value(event, 'change'));
    listen(root, 'click', (event) => withTarget(event, options.onClick));
    listen(root, 'load', (event) => withTarget(event, loaded));
    listen(root, 'error', (event) => withTarget(event, loaded));
    if (options.hookEvent === undefined) return;
    listen(root, `${options.hookEvent}-value`, (event) => value(event, 'set'));
    listen(root, `${options.hookEvent}-hint`, (event) => options.onHint(targetOf(event)));
  }

  /** Events that do not leave the shadow root: what hears them depends on the recorder. */
  function listenInShadow(root: Node): void {
    for (const kind of ['input', 'change'] as const) {
      listen(root, kind, (event) => {
        if (!event.composed) value(event, kind);
      });
    }
    listen(root, 'load', (event) => withTarget(event, loaded));
    listen(root, 'error', (event) => withTarget(event, loaded));
  }

  function listen(root: Node, type: string, handler: (event: Event) => void): void {
    root.addEventListener(type, handler, { capture: true, passive: true, signal });
  }

  function value(event: Event, kind: ValueCause['kind']): void {
    withTarget(event, (target) => options.onValue(target, { kind, composed: event.composed }));
  }

  function loaded(target: Element): void {
    const tag = domAccess.localName(target);
    if (tag === 'iframe' || tag === 'frame') options.onFrameLoaded(target);
    if (tag === 'img') options.onImage(target);
  }

  return { observe, takeRecords: () => observer.takeRecords() };
}

function withTarget(event: Event, use: (target: Element) => void): void {
  const target = targetOf(event);
  if (target) use(target);
}

/** The element itself, also when the event comes out of an open shadow root. */
function targetOf(event: Event): Element | null {
  const target = event.composedPath()[0] ?? event.target;
  return target !== null && isNode(target) && domAccess.isElement(target) ? target : null;
}

function isNode(target: EventTarget): target is Node {
  return 'nodeType' in target;
}
