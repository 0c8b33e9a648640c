import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { readConfigurationText } from '../../core/configuration/readConfigurationText.ts';
import type { DetectedRecorder } from '../../core/detection/detectedRecorder.ts';
import type { SiteAnswer } from '../../core/detection/siteAnswers.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { defaultProfileId, profileById } from '../../core/profiles/registry.ts';
import type { SiteMemory } from '../client.ts';
import { createSiteStore, type NotKept } from './createSiteStore.ts';

export type SessionKind = 'live' | 'preview';

/**
 * Whose configuration is played: a person's of now or of an earlier visit, the page's own, the recorder's defaults
 * because a person said so, or its defaults because nobody knows better.
 */
export type ConfigurationSource = 'typed' | 'remembered' | 'page' | 'defaults' | 'not-known';

/** The visitor's session that is played: what the header's switches say. */
export interface SessionStore {
  readonly profileId: ReadonlySignal<string>;
  readonly profile: ReadonlySignal<Profile>;
  /** A person's choice, for this site: what a page says does not change it any more. */
  choose(profileId: string): void;
  /** What an organisation says its sites run: played where neither a person nor the page says anything. */
  presume(profileId: string): void;
  readonly kind: Signal<SessionKind>;
  readonly consent: Signal<boolean>;
  /** Undefined: as the settings source says. */
  readonly privateByDefault: Signal<boolean | undefined>;
  /** The site's own configuration object, JSON, that is in force for the present recorder; '' for its defaults. */
  readonly configuration: ReadonlySignal<string>;
  readonly source: ReadonlySignal<ConfigurationSource>;
  /** A person's configuration that is not in force because the page gives its own away; null when there is none. */
  readonly setAside: ReadonlySignal<string | null>;
  /** A person's configuration for the present recorder; '' for its defaults. It goes before what the page says. */
  configure(text: string): void;
  /** The page's own again; the person's stays, set aside. */
  followConfiguration(): void;
  /** Why the configuration is not in force; null when it is. */
  readonly configurationProblem: ReadonlySignal<string | null>;
  /** The recorder's options object for `ScanRequest.options`. */
  readonly options: ReadonlySignal<unknown>;
  /** The site whose answers are kept; null: nothing is kept for this page. */
  readonly site: ReadonlySignal<string | null>;
  /** Anything is kept for it. */
  readonly isKept: ReadonlySignal<boolean>;
  /** Why the last answer was not kept. */
  readonly notKept: ReadonlySignal<NotKept | null>;
  forget(): void;
  /** What was said on earlier visits is known: no scan is made before. */
  readonly isSettled: ReadonlySignal<boolean>;
  /** The recorder that a page runs is played, with the configuration it gives away, unless a person said otherwise. */
  follow(url: string, recorders: readonly DetectedRecorder[]): void;
  /** The same for any recorder on this page; reads signals. */
  optionsOf(profileId: string): unknown;
}

interface Own {
  readonly text: string;
  /** Said on this visit. */
  readonly isNow: boolean;
}

type Owns = Readonly<Record<string, Own>>;

export function createSessionStore(memory: SiteMemory): SessionStore {
  const profileId = signal(defaultProfileId);
  const kind = signal<SessionKind>('live');
  const consent = signal(false);
  const privateByDefault = signal<boolean | undefined>(undefined);
  const own = signal<Owns>({});
  const ofPage = signal<Readonly<Record<string, string>>>({});
  const sites = createSiteStore(memory, arrive);
  let found: readonly DetectedRecorder[] = [];
  let chosen: string | undefined;
  let lastChosen: string | undefined;
  let presumed: string | undefined;

  const profile = computed(() => {
    const known = profileById(profileId.value);
    if (!known) throw new Error(`no recorder profile "${profileId.value}"`);
    return known;
  });
  const mine = computed(() => own.value[profileId.value]);
  const isOwn = (id: string): boolean =>
    own.value[id] !== undefined && (own.value[id].isNow || ofPage.value[id] === undefined);
  const textOf = (id: string): string => (isOwn(id) ? own.value[id]?.text : ofPage.value[id]) ?? '';
  const isMine = computed(() => isOwn(profileId.value));
  const configuration = computed(() => textOf(profileId.value));
  const source = computed((): ConfigurationSource => {
    const said = mine.value;
    if (!said || !isMine.value) return ofPage.value[profileId.value] === undefined ? 'not-known' : 'page';
    if (said.text.trim() === '') return 'defaults';
    return said.isNow ? 'typed' : 'remembered';
  });
  const played = computed(() => readConfiguration(profile.value, configuration.value));
  const visitor = computed(() => ({
    session: kind.value,
    consent: consent.value,
    ...(privateByDefault.value === undefined ? undefined : { privateByDefault: privateByDefault.value }),
  }));
  /** The visitor's switches are FullStory's only. */
  const asPlayed = (id: string, given: unknown): unknown =>
    id === defaultProfileId ? { ...(given as Readonly<Record<string, unknown>>), ...visitor.value } : given;
  const options = computed(() => asPlayed(profileId.value, played.value.options));

  function optionsOf(id: string): unknown {
    const other = profileById(id);
    return other && asPlayed(id, readConfiguration(other, textOf(id)).options);
  }

  /** The answers of the site are here, or another site is. */
  function arrive(answer: SiteAnswer | undefined): void {
    chosen = answer?.recorder;
    own.value = Object.fromEntries(
      Object.entries(answer?.configurations ?? {}).map(([id, text]) => [id, { text, isNow: false }]),
    );
    play();
  }

  function play(): void {
    const offered = found.filter(({ id, replay }) => replay !== false && profileById(id) !== undefined);
    const wanted = [chosen, offered[0]?.id, lastChosen, presumed].find(
      (id) => id !== undefined && profileById(id),
    );
    profileId.value = wanted ?? defaultProfileId;
  }

  function keep(): void {
    const configurations = Object.fromEntries(Object.entries(own.peek()).map(([id, { text }]) => [id, text]));
    sites.keep({ ...(chosen === undefined ? {} : { recorder: chosen }), configurations });
  }

  function say(isNow: boolean, text: string): void {
    own.value = { ...own.peek(), [profileId.peek()]: { text, isNow } };
    keep();
  }

  return {
    profileId,
    profile,
    choose(id) {
      chosen = id;
      lastChosen = id;
      batch(() => {
        play();
        keep();
      });
    },
    presume(id) {
      if (presumed === id) return;
      presumed = id;
      play();
    },
    kind,
    consent,
    privateByDefault,
    configuration,
    source,
    setAside: computed(() => (mine.value && !isMine.value ? mine.value.text : null)),
    configure: (text) => batch(() => say(true, text)),
    followConfiguration: () => batch(() => say(false, mine.peek()?.text ?? '')),
    configurationProblem: computed(() => played.value.problem),
    options,
    site: sites.site,
    isKept: sites.isKept,
    notKept: sites.notKept,
    forget: () =>
      batch(() => {
        sites.forget();
        arrive(undefined);
      }),
    isSettled: sites.isSettled,
    follow(url, recorders) {
      batch(() => {
        found = recorders;
        ofPage.value = Object.fromEntries(
          recorders.flatMap(({ id, options: told }) =>
            told === undefined ? [] : [[id, JSON.stringify(told, null, 2)] as const],
          ),
        );
        sites.visit(url);
        play();
      });
    },
    optionsOf,
  };
}

interface Configuration {
  readonly options: unknown;
  readonly problem: string | null;
}

/** What cannot be read is not in force, and the panel says so: the recorder's own defaults are played instead. */
function readConfiguration(profile: Profile, text: string): Configuration {
  if (text.trim() === '') return { options: {}, problem: null };
  try {
    const options = readConfigurationText(text, profile.configuredBy);
    profile.parseOptions(options);
    return { options, problem: null };
  } catch (error) {
    return { options: {}, problem: error instanceof Error ? error.message : String(error) };
  }
}
