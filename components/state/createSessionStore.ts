import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Profile } from '../../core/profiles/profile.ts';
import { defaultProfileId, profileById } from '../../core/profiles/registry.ts';

export type SessionKind = 'live' | 'preview';

/** The visitor's session that is played: what the header's switches say. */
export interface SessionStore {
  readonly profileId: Signal<string>;
  readonly profile: ReadonlySignal<Profile>;
  readonly kind: Signal<SessionKind>;
  readonly consent: Signal<boolean>;
  /** Undefined: as the settings source says. */
  readonly privateByDefault: Signal<boolean | undefined>;
  /** The recorder's options object for `ScanRequest.options`. */
  readonly options: ReadonlySignal<Readonly<Record<string, unknown>>>;
}

export function createSessionStore(): SessionStore {
  const profileId = signal(defaultProfileId);
  const kind = signal<SessionKind>('live');
  const consent = signal(false);
  const privateByDefault = signal<boolean | undefined>(undefined);
  const profile = computed(() => {
    const found = profileById(profileId.value);
    if (!found) throw new Error(`no recorder profile "${profileId.value}"`);
    return found;
  });
  const options = computed(() => ({
    session: kind.value,
    consent: consent.value,
    ...(privateByDefault.value === undefined ? undefined : { privateByDefault: privateByDefault.value }),
  }));
  return { profileId, profile, kind, consent, privateByDefault, options };
}
