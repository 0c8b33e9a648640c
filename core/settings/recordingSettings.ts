/**
 * What decides, beside the element rules, whether a session is recorded at all and what is recorded of it. A part that
 * is absent could not be read: nothing is known of it.
 */
export interface RecordingSettings {
  readonly domain?: DomainSettings;
  readonly geo?: GeoSettings;
  readonly features?: RecordingFeatures;
  readonly blocking?: BlockingSettings;
  readonly targeting?: TargetingSettings;
}

export const recordingParts = ['domain', 'geo', 'features', 'blocking', 'targeting'] as const;
export type RecordingPart = (typeof recordingParts)[number];

/** Of earlier versions of one part. */
export interface PartPage<P extends RecordingPart> {
  /** Newest first. */
  readonly versions: readonly NonNullable<RecordingSettings[P]>[];
  /** Absent: this is as far back as it goes. */
  readonly next?: string;
}

/** Rejects with a `SettingsError`. */
export interface RecordingSource {
  /** Parts that this key may not read, or that nobody here can read, are left out. */
  read(): Promise<RecordingSettings>;
  history<P extends RecordingPart>(part: P, page?: string): Promise<PartPage<P>>;
}

export interface SettingsChange {
  /** RFC 3339. */
  readonly at?: string;
  readonly by?: string;
}

interface Changed {
  readonly changed: SettingsChange;
}

export interface DomainSettings extends Changed {
  /** Domains that are not in the list are not recorded. */
  readonly onlyKnown: boolean;
  readonly domains: readonly { readonly domain: string; readonly disabled: boolean }[];
}

export interface GeoSettings extends Changed {
  /** `unknown`: a word nobody here knows. */
  readonly mode: 'all' | 'allow-list' | 'block-list' | 'unknown';
  readonly zones: readonly string[];
}

/** Undefined: the answer does not say. */
export interface RecordingFeatures extends Changed {
  /** Whether anything is recorded at all. */
  readonly enabled: boolean | undefined;
  /** FullStory itself has shut off all recording. */
  readonly isShutOff: boolean | undefined;
  readonly console: boolean | undefined;
  readonly network: boolean | undefined;
  readonly assets: boolean | undefined;
}

export interface BlockingSettings extends Changed {
  /** `99.99.99.*` */
  readonly addresses: readonly string[];
  readonly userAgents: readonly string[];
  readonly apps: readonly string[];
}

export interface TargetingSettings extends Changed {
  readonly rules: readonly TargetingRule[];
}

/** Sessions that this describes are treated on their own. Whether it leaves them out is not documented. */
export interface TargetingRule {
  readonly id: string;
  readonly notes: string;
  /** As the API words it. */
  readonly scope: string;
  readonly conditions: readonly TargetingCondition[];
  /** Ids of rules it is made of. */
  readonly parts: readonly string[];
}

export interface TargetingCondition {
  /** `DOMAIN`, `UID`, `LOCATION`, ... as the API words it; empty: it does not say. */
  readonly attribute: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly join: string;
}
