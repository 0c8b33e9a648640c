import type { DetectorId } from '../../core/findings/finding.ts';

/** What some finder, ours or another, finds in a text. */
export interface Found {
  /** `other`: a kind that has no detector id of ours. */
  readonly kind: DetectorId | 'other';
  readonly scheme?: string;
  readonly start: number;
  readonly end: number;
}

export interface TextSetting {
  readonly lang?: string;
  readonly region?: string;
}

/** One thing that is measured: ours, or a peer. */
export interface Finder {
  readonly name: string;
  find(text: string, setting?: TextSetting): Promise<readonly Found[]>;
}
