import type { LeakTag, Severity } from '../findings/finding.ts';
import type { DetectorChecksum } from './detectorChecksums.ts';

/**
 * What an org adds to the leak finder, as data in its rule file: patterns of its own, and findings that were looked
 * at and are accepted. Never a value of a page.
 */
export interface LeakSettings {
  readonly detectors: readonly CustomDetector[];
  readonly suppressions: readonly Suppression[];
  /** What could not be used, with the reason. A detector among these looks for nothing and is *uninspected*. */
  readonly problems: readonly LeakSettingsProblem[];
}

export interface CustomDetector {
  /** `customer-number`; the detector's id is `custom:customer-number`. */
  readonly name: string;
  /** Source of a regular expression in the subset of `core/patterns`. */
  readonly pattern: string;
  readonly ignoreCase: boolean;
  /** One of these must stand near, or in the name or label of the place. None: the pattern is enough. */
  readonly keywords: readonly string[];
  readonly checksum?: DetectorChecksum;
  readonly severity: Severity;
  readonly tags: readonly LeakTag[];
  /** Checked whenever the detector is loaded: one that misses its own examples is broken. */
  readonly examples: { readonly found: readonly string[]; readonly clean: readonly string[] };
}

/** A finding that somebody looked at and accepts, for a time. It takes at least one of detector, selector and page. */
export interface Suppression {
  readonly id: string;
  /** A detector's id, or `field:<class>`. */
  readonly detector?: string;
  /** A simple CSS selector, or the path of a place as reports write it. */
  readonly selector?: string;
  /** `https://shop.example.com/order/*` or `/order/*`: address without query and hash, `*` for anything. */
  readonly page?: string;
  readonly reason: string;
  /** `2026-12-31`: the last day it counts, in UTC. */
  readonly expires: string;
}

/** Message key `leakSettings.<code>` and its parameters: data of the settings, never of a page. */
export interface LeakSettingsProblem {
  readonly kind: 'detector' | 'suppression';
  /** Position in its list, from 1. */
  readonly at: number;
  /** The detector's name where it has a proper one. */
  readonly name?: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const noLeakSettings: LeakSettings = { detectors: [], suppressions: [], problems: [] };
