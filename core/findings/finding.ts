import type { CaptureChannel, CaptureMoment } from '../capture/captureRecord.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import type { Treatment } from '../treatment/treatment.ts';

/** Text that is safe to store, log and report. Made only by `redact()`. */
export type RedactedText = string & { readonly __redacted: true };

/** Detector ids are public: reports, suppressions and the command line use them. */
export type DetectorId = BuiltInDetectorId | CustomDetectorId;

/** A detector that an org wrote as data, by the name it gave it. */
export type CustomDetectorId = `custom:${string}`;

export type BuiltInDetectorId =
  | 'email'
  | 'phone'
  | 'payment-card'
  | 'card-security-code'
  | 'card-expiry'
  | 'iban'
  | 'bank-account'
  | 'us-ssn'
  | 'national-id'
  | 'tax-id'
  | 'company-id'
  | 'health-id'
  | 'passport'
  | 'driving-licence'
  | 'vehicle-plate'
  | 'birth-date'
  | 'postal-address'
  | 'postal-code'
  | 'person-name'
  | 'ip-address'
  | 'mac-address'
  | 'coordinates'
  | 'url-credential'
  | 'jwt'
  | 'api-key'
  | 'private-key'
  | 'password'
  | 'cookie'
  | 'crypto-wallet';

/** One span found in one text. Offsets in UTF-16 units. */
export interface Detection {
  readonly detector: DetectorId;
  /** The numbering or product the value belongs to, when known: `visa`, `de`, `github-token`. */
  readonly scheme?: string;
  readonly start: number;
  readonly end: number;
  /** A weaker claim to the characters of the detection before it: other numberings take the value as well. */
  readonly alternative?: true;
  /** 0..1; findings below `defaultConfidence` are not reported. */
  readonly confidence: number;
}

export type Severity = 'critical' | 'high' | 'medium' | 'low';

/**
 * Why a finding matters, in the words of those who must know of it: card data (PCI DSS), special categories of
 * personal data (GDPR, article 9), what opens an account, what reaches a person, what says who somebody is.
 */
export type LeakTag = 'pci' | 'special-category' | 'credential' | 'contact' | 'identity';

/** One place where a leaking value leaves the page. */
export interface LeakPlace {
  readonly node: number;
  readonly path: string;
  readonly channel: CaptureChannel;
  readonly name?: string;
  readonly treatment: Treatment;
  /** `mutation`: only what came after the first look has it. */
  readonly moment: CaptureMoment;
  /** Written down by a recording that goes on; not there when the page was last looked at. */
  readonly isPast?: true;
  /** The rule that lets it through (an unmask rule), when there is one. */
  readonly rule?: string;
  /** Message key (`why.<key>`): no-rule, unmask-rule, attribute-not-covered, undocumented, ... */
  readonly why: string;
  /** The policy row that made this record differ from its element's decision. */
  readonly policy?: string;
  /** Message keys (`doubt.<key>`) when a rule may or may not apply here. */
  readonly doubts?: readonly string[];
}

/** Something personal that would be recorded. The raw value is not in here. */
export interface Finding {
  /** Stable within a page: kind plus a hash of its place. Never of the value: a hashed number can be searched for. */
  readonly id: string;
  readonly kind:
    | { readonly type: 'value'; readonly detector: DetectorId; readonly scheme?: string }
    | { readonly type: 'field'; readonly class: FieldClass };
  /** `leak`: it is captured. `possible`: Scrim cannot tell whether it is (treatment unknown). */
  readonly certainty: 'leak' | 'possible';
  readonly severity: Severity;
  /** In the order of `leakTags`; none for a kind that is no personal data by itself. */
  readonly tags: readonly LeakTag[];
  readonly confidence: number;
  /** Empty for a field: it is about what will be typed. */
  readonly sample: RedactedText;
  /** For a value that stands in a field: what that field is for. The field is then no finding of its own. */
  readonly field?: FieldClass;
  /** For a field: message key and phrase that say how its class is known. */
  readonly fieldWhy?: readonly [key: string, detail: string];
  /** The synthetic visitor typed it: what people type there is recorded in the same way. */
  readonly planted?: true;
  /** Most exposed first. Never empty. */
  readonly places: readonly [LeakPlace, ...LeakPlace[]];
}

export type VerdictLevel = 'red' | 'amber' | 'green';

export interface Verdict {
  readonly level: VerdictLevel;
  readonly leaks: number;
  readonly possibleLeaks: number;
  readonly uninspected: number;
}
