import type { CaptureScan } from '../core/capture/captureScan.ts';
import type { ScanComparison } from '../core/findings/compareScans.ts';
import type { RecordingPart } from '../core/protocol.ts';
import type { DatedLeakSettings, DetectorTrial, LeakReport } from './client.ts';

/** Panel -> its own worker. */
export type LeakQuestion =
  | {
      readonly kind: 'find';
      readonly id: number;
      readonly scan: CaptureScan;
      readonly recording: number | undefined;
      readonly leaks: DatedLeakSettings;
    }
  | {
      readonly kind: 'late';
      readonly id: number;
      readonly recording: number;
      readonly parts: readonly RecordingPart[];
    }
  | { readonly kind: 'try'; readonly id: number; readonly scan: CaptureScan; readonly entry: unknown }
  | {
      readonly kind: 'compare';
      readonly id: number;
      readonly before: CaptureScan;
      readonly after: CaptureScan;
    }
  | { readonly kind: 'stop'; readonly id: number };

/** Worker -> panel. */
export type LeakAnswer =
  /** The question is being worked on; no answer yet. */
  | { readonly kind: 'alive'; readonly id: number }
  | { readonly kind: 'found'; readonly id: number; readonly report: LeakReport }
  | { readonly kind: 'tried'; readonly id: number; readonly trial: DetectorTrial }
  | { readonly kind: 'compared'; readonly id: number; readonly comparison: ScanComparison }
  | { readonly kind: 'failed'; readonly id: number; readonly detail: string };
