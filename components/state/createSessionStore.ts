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
  /** The site's own configuration object as it was pasted, JSON, for each recorder; kept while the panel is open. */
  readonly configurations: Signal<Readonly<Record<string, string>>>;
  /** Why the pasted configuration is not in force; null when it is. */
  readonly configurationProblem: ReadonlySignal<string | null>;
  /** The recorder's options object for `ScanRequest.options`. */
  readonly options: ReadonlySignal<unknown>;
}

interface Configuration {
  readonly options: unknown;
  readonly problem: string | null;
}

export function createSessionStore(): SessionStore {
  const profileId = signal(defaultProfileId);
  const kind = signal<SessionKind>('live');
  const consent = signal(false);
  const privateByDefault = signal<boolean | undefined>(undefined);
  const configurations = signal<Readonly<Record<string, string>>>({});
  const profile = computed(() => {
    const found = profileById(profileId.value);
    if (!found) throw new Error(`no recorder profile "${profileId.value}"`);
    return found;
  });
  const configuration = computed(() =>
    readConfiguration(profile.value, configurations.value[profileId.value] ?? ''),
  );
  const options = computed(() => {
    if (profileId.value !== defaultProfileId) return configuration.value.options;
    return {
      session: kind.value,
      consent: consent.value,
      ...(privateByDefault.value === undefined ? undefined : { privateByDefault: privateByDefault.value }),
    };
  });
  const configurationProblem = computed(() => configuration.value.problem);
  return {
    profileId,
    profile,
    kind,
    consent,
    privateByDefault,
    configurations,
    configurationProblem,
    options,
  };
}

/** What cannot be read is not in force, and the panel says so: the recorder's own defaults are played instead. */
function readConfiguration(profile: Profile, text: string): Configuration {
  if (text.trim() === '') return { options: {}, problem: null };
  try {
    const options: unknown = JSON.parse(text);
    profile.parseOptions(options);
    return { options, problem: null };
  } catch (error) {
    return { options: {}, problem: error instanceof Error ? error.message : String(error) };
  }
}
