import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DetectedRecorder } from '../../core/detection/detectedRecorder.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { defaultProfileId, profileById } from '../../core/profiles/registry.ts';

export type SessionKind = 'live' | 'preview';

/** The visitor's session that is played: what the header's switches say. */
export interface SessionStore {
  readonly profileId: Signal<string>;
  /** A person chose the recorder: what a page says does not change it any more. */
  readonly isChosen: Signal<boolean>;
  readonly profile: ReadonlySignal<Profile>;
  readonly kind: Signal<SessionKind>;
  readonly consent: Signal<boolean>;
  /** Undefined: as the settings source says. */
  readonly privateByDefault: Signal<boolean | undefined>;
  /** The site's own configuration object as it was pasted, JSON, for each recorder; kept while the panel is open. */
  readonly configurations: Signal<Readonly<Record<string, string>>>;
  /** The same as the page gave it away, for recorders of the present page. */
  readonly readConfigurations: Signal<Readonly<Record<string, string>>>;
  /** The one that is played: what was pasted, else what was read; '' for the recorder's defaults. */
  readonly configuration: ReadonlySignal<string>;
  /** Why the pasted configuration is not in force; null when it is. */
  readonly configurationProblem: ReadonlySignal<string | null>;
  /** The recorder's options object for `ScanRequest.options`. */
  readonly options: ReadonlySignal<unknown>;
  /** The same for any recorder on this page; reads signals. */
  optionsOf(profileId: string): unknown;
}

interface Configuration {
  readonly options: unknown;
  readonly problem: string | null;
}

export function createSessionStore(): SessionStore {
  const profileId = signal(defaultProfileId);
  const isChosen = signal(false);
  const kind = signal<SessionKind>('live');
  const consent = signal(false);
  const privateByDefault = signal<boolean | undefined>(undefined);
  const configurations = signal<Readonly<Record<string, string>>>({});
  const profile = computed(() => {
    const found = profileById(profileId.value);
    if (!found) throw new Error(`no recorder profile "${profileId.value}"`);
    return found;
  });
  const readConfigurations = signal<Readonly<Record<string, string>>>({});
  const textOf = (id: string): string => configurations.value[id] ?? readConfigurations.value[id] ?? '';
  const configuration = computed(() => textOf(profileId.value));
  const played = computed(() => readConfiguration(profile.value, configuration.value));
  const visitor = computed(() => ({
    session: kind.value,
    consent: consent.value,
    ...(privateByDefault.value === undefined ? undefined : { privateByDefault: privateByDefault.value }),
  }));

  function optionsOf(id: string): unknown {
    if (id === defaultProfileId) return visitor.value;
    const other = profileById(id);
    return other && readConfiguration(other, textOf(id)).options;
  }

  const options = computed(() =>
    profileId.value === defaultProfileId ? visitor.value : played.value.options,
  );
  const configurationProblem = computed(() => played.value.problem);
  return {
    profileId,
    isChosen,
    readConfigurations,
    configuration,
    profile,
    kind,
    consent,
    privateByDefault,
    configurations,
    configurationProblem,
    options,
    optionsOf,
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

/** The recorder that a page runs is played, with the configuration it gives away, unless a person said otherwise. */
export function followPage(session: SessionStore, recorders: readonly DetectedRecorder[]): void {
  const played = recorders.filter(({ id }) => profileById(id) !== undefined);
  session.readConfigurations.value = Object.fromEntries(
    played.flatMap(({ id, options }) =>
      options === undefined ? [] : [[id, JSON.stringify(options, null, 2)] as const],
    ),
  );
  if (!session.isChosen.peek()) session.profileId.value = played[0]?.id ?? defaultProfileId;
}
