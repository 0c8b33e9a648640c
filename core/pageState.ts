import type { DetectedRecorder } from './detection/detectedRecorder.ts';
import type { PageCalls } from './detection/pageCalls.ts';

/** Which page the panel works on, and whether it can be worked on at all. */
export type PageState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'ready';
      readonly url: string;
      readonly title: string;
      /** Origin of the frame that is inspected in place of the page around it. */
      readonly frame?: string;
      /** Org the page's own recorder sends to, when the page tells. Page-controlled: compare, never trust. */
      readonly recorderOrg?: string;
      /** What the page says runs on it. Page-controlled: shown and offered, never trusted. */
      readonly recorders?: readonly DetectedRecorder[];
      /** What it says to its recorder by itself, when the panel connected. Values of the page: memory only. */
      readonly calls?: PageCalls;
    }
  | {
      readonly kind: 'not-inspectable';
      readonly reason: 'browser-page' | 'store' | 'file' | 'policy' | 'other';
    }
  /** `origin` is absent when the browser does not tell it; then only the toolbar button helps. */
  | { readonly kind: 'no-access'; readonly origin?: string };
