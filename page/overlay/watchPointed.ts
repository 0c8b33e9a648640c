export interface PointedWatch {
  readonly signal: AbortSignal;
  /** At most once per frame for the pointer; null when it left the document. */
  readonly onPointed: (element: Element | null) => void;
}

/**
 * Tells which element is under the pointer or in focus, without ever getting in the page's way. People who
 * asked for less motion get labels for the focus only.
 */
export function watchPointed(document: Document, { signal, onPointed }: PointedWatch): void {
  const view = document.defaultView;
  if (!view) return;
  const listening = { capture: true, passive: true, signal };
  const calm = view.matchMedia('(prefers-reduced-motion: reduce)');
  let latest: Element | null = null;
  let frame = 0;

  function tell(): void {
    frame = 0;
    if (!signal.aborted) onPointed(latest);
  }

  function onMove(event: PointerEvent): void {
    if (calm.matches) return;
    latest = deepest(event);
    if (frame === 0) frame = view?.requestAnimationFrame(tell) ?? 0;
  }

  view.addEventListener('pointermove', onMove, listening);
  view.addEventListener('focusin', (event) => onPointed(deepest(event)), listening);
  document.documentElement?.addEventListener('pointerleave', () => onPointed(null), {
    passive: true,
    signal,
  });
}

/** The real target, inside open shadow roots too. */
function deepest(event: Event): Element | null {
  const target = event.composedPath()[0];
  return target && 'nodeType' in target && (target as Node).nodeType === 1 ? (target as Element) : null;
}
