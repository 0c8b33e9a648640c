import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { chooseConnection, type PageAtHand } from '../../core/connections/chooseConnection.ts';
import type { SettingsState } from '../../core/protocol.ts';
import type { PageState, SettingsClient } from '../client.ts';

/** Which connection a panel works with, so that each of its requests is about that one and no other. */
export interface ConnectionScope {
  /** Names the connection in every request. */
  readonly client: SettingsClient;
  /** Id; undefined: whichever is the default. */
  readonly id: ReadonlySignal<string | undefined>;
  enter(id: string | undefined): void;
  /** The connection these settings should be those of, for the page at hand. */
  choose(state: SettingsState): string;
  /** Calls back when another page, or the end of a push, may ask for another connection. */
  onPage(listener: () => void, signal: AbortSignal): void;
}

export interface ConnectionScopeDeps {
  readonly client: SettingsClient;
  readonly page: ReadonlySignal<PageState>;
  /** Origin of the page; null when it has none that is remembered. */
  readonly site: ReadonlySignal<string | null>;
  /** A push is under way: it ends where it began. */
  readonly isHeld: () => boolean;
}

export function createConnectionScope({ client, page, site, isHeld }: ConnectionScopeDeps): ConnectionScope {
  const id = signal<string | undefined>(undefined);
  const at = computed((): PageAtHand | null =>
    page.value.kind === 'ready' ? { origin: site.value ?? undefined, orgId: page.value.recorderOrg } : null,
  );
  return {
    id,
    client: {
      ...client,
      request: (name, body) => client.request(name, body, id.peek()),
    },
    enter(next) {
      id.value = next;
    },
    choose(state) {
      const present = id.peek();
      // Between two pages nothing is known of the next: what is shown stays.
      if (present !== undefined && (at.peek() === null || isHeld())) return present;
      return chooseConnection(state, at.peek() ?? {}).id;
    },
    onPage(listener, until) {
      const dispose = effect(() => {
        void at.value;
        if (!isHeld()) untracked(listener);
      });
      until.addEventListener('abort', dispose, { once: true });
    },
  };
}
