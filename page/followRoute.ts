/** `pushState` fires no event that every browser has; an interface is drawn anew within about as long. */
const lookEvery = 150;

export interface FollowRouteOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Told the new address of the same document. */
  readonly onRoute: (url: string) => void;
}

/** Hears when the page gives itself another address without being loaded anew. Reads only. */
export function followRoute({ document, signal, onRoute }: FollowRouteOptions): void {
  let known = document.location.href;

  function look(): void {
    const { href } = document.location;
    if (href === known) return;
    known = href;
    onRoute(href);
  }

  const view = document.defaultView;
  // Browsers that have it say it in the turn in which the page does it.
  const { navigation } = (view ?? {}) as { readonly navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  view?.addEventListener('popstate', look, { signal });
  view?.addEventListener('hashchange', look, { signal });
  const timer = setInterval(look, lookEvery);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
