/** What can move boxes without telling anybody else. All of it is listened to passively, in the capture phase. */
const movingEvents = [
  'scroll',
  'load',
  'toggle',
  'transitionend',
  'animationend',
  'fullscreenchange',
] as const;

/** Preferences that change how boxes look. */
const lookQueries = [
  '(forced-colors: active)',
  '(prefers-contrast: more)',
  '(prefers-reduced-motion: reduce)',
];

/**
 * Calls `onMove` whenever boxes in this document may have moved: scrolling of anything in it, sizes, zoom, late
 * images, the end of a transition. Mutations are told by the overlay's `refresh`.
 */
export function watchMovement(document: Document, onMove: () => void, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view) return;
  const listening = { capture: true, passive: true, signal };
  for (const type of movingEvents) view.addEventListener(type, onMove, listening);
  view.addEventListener('resize', onMove, { passive: true, signal });
  view.visualViewport?.addEventListener('scroll', onMove, { passive: true, signal });
  view.visualViewport?.addEventListener('resize', onMove, { passive: true, signal });
  for (const query of lookQueries) view.matchMedia(query).addEventListener('change', onMove, { signal });
  const sizes = new view.ResizeObserver(() => onMove());
  if (document.documentElement) sizes.observe(document.documentElement);
  signal.addEventListener('abort', () => sizes.disconnect(), { once: true });
}
