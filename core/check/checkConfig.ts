import type { Severity } from '../findings/finding.ts';

/** `scrim.config.ts` (through `defineConfig`) or `scrim.config.json`. What stands on the command line comes first. */
export interface CheckConfig {
  /** Rule file, or a settings source. Absent: the recorder's public built-in rules. */
  readonly rules?: string | RulesFromServer;
  /**
   * File with what closed recorders were measured to do: a rule file of Scrim's own form, or what `scrim calibrate
   * --json` printed. It takes the place of what `rules` holds of the same recorder; a settings source holds none.
   */
  readonly measured?: string;
  /** Id of a recorder, or `auto`. */
  readonly recorder?: string;
  /** The recorder's own configuration, as a site passes it. */
  readonly options?: unknown;
  /** Addresses, files, saved pages. */
  readonly pages?: readonly (string | PageConfig)[];
  readonly sitemap?: string | SitemapConfig;
  /** File with one address on a line; `#` begins a remark. */
  readonly list?: string;
  /** Modules whose default export is a flow: `async ({ page, scrim }) => { ... }`. */
  readonly flows?: readonly string[];
  /** Where the site is that flows go through. */
  readonly baseUrl?: string;
  /** For every page that does not say otherwise. */
  readonly defaults?: PageSettings;
  readonly consents?: readonly ConsentState[];
  readonly logins?: Readonly<Record<string, LoginConfig>>;
  readonly failOn?: FailOn;
  readonly suppressions?: readonly ConfiguredSuppression[];
  /** Path of the baseline; false: none. Absent: `scrim.lock.json` beside the configuration, where there is one. */
  readonly baseline?: string | false;
  /** Where each form of report is written, by its id. */
  readonly reports?: Readonly<Record<string, string>>;
  readonly run?: RunConfig;
}

export interface RulesFromServer {
  /** `scrim`: a Scrim settings server; `fullstory`: FullStory's API. The key is in the environment, never here. */
  readonly from: 'scrim' | 'fullstory';
  /** Base address; for FullStory the region follows from the key when it is absent. */
  readonly url?: string;
  /** Name of the environment variable that holds the key. Default: `SCRIM_API_KEY`. */
  readonly keyVariable?: string;
}

export interface PageConfig extends PageSettings {
  readonly url: string;
}

export interface PageSettings {
  /** CSS pixels. Default: 1280 x 800. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** BCP 47: the browser's language, and the synthetic visitor's. */
  readonly locale?: string;
  /** Name of one of `logins`. */
  readonly login?: string;
  /** Milliseconds between `load` and the first look. */
  readonly wait?: number;
  /** Look only once this selector matches something. */
  readonly waitFor?: string;
  /** Milliseconds the simulated recording goes on after the first look. */
  readonly watch?: number;
  readonly timeout?: number;
  /** Fill the page's fields with a synthetic identity; a number is the seed. */
  readonly visitor?: boolean | number;
  /** Listen to what leaves the browser. */
  readonly wire?: boolean;
  /** Names of the consent states to look at the page in. Default: all of `consents`. */
  readonly consents?: readonly string[];
  readonly options?: unknown;
}

/** One state of the site's consent banner: each page is looked at once in each. */
export interface ConsentState {
  readonly name: string;
  readonly cookies?: readonly { readonly name: string; readonly value: string; readonly domain?: string }[];
  readonly localStorage?: Readonly<Record<string, string>>;
  /** Clicked once the page has loaded. */
  readonly click?: string;
  /** Laid over the recorder's configuration: `{ consent: true }`. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface LoginConfig {
  /** A storage state as Playwright writes it: cookies, and localStorage by origin. */
  readonly storageState?: string;
  /** Module whose default export gets a puppeteer page and logs in. */
  readonly script?: string;
}

export interface FailOn {
  /** Leaks that are accepted over all pages together. Default: 0. */
  readonly maxLeaks?: number;
  /** Weaker findings are reported and do not fail the run. Default: `low`, so that each one does. */
  readonly severity?: Severity;
  /** Whether what may be recorded counts like what is. Default: true. */
  readonly possible?: boolean;
  /** By detector id, or `field:<class>`: how many are accepted, instead of `maxLeaks`. */
  readonly detectors?: Readonly<Record<string, number>>;
  /** Rules that stopped matching since the baseline. Default: true. */
  readonly stoppedRules?: boolean;
  /** Coverage lost since the baseline. Default: true. */
  readonly lostCoverage?: boolean;
}

export interface ConfiguredSuppression {
  readonly id: string;
  readonly detector?: string;
  readonly selector?: string;
  readonly page?: string;
  readonly reason: string;
  readonly expires: string;
}

export interface RunConfig {
  /** Tabs at a time. Default: 2. */
  readonly workers?: number;
  /** Milliseconds between two pages of one host. Default: 0. */
  readonly delay?: number;
  /** Leave out what the site's robots.txt forbids; always on for a crawl by sitemap unless false. */
  readonly robots?: boolean;
  /** How often a page that did not load is tried again. Default: 1. */
  readonly retries?: number;
  /** `ws://...` of a browser that runs elsewhere. */
  readonly browser?: string;
}

export interface SitemapConfig {
  readonly url: string;
  /** Regular expressions over addresses. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** A sitemap that names another host than the one to look at: addresses that begin with `from` begin with `to`. */
  readonly replace?: { readonly from: string; readonly to: string };
  /** At most so many pages; what is left out is said. */
  readonly most?: number;
}
