import type { Uninspected } from '../core/capture/captureRecord.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import type { SiteAnswer } from '../core/detection/siteAnswers.ts';
import type { ScanComparison } from '../core/findings/compareScans.ts';
import type { Coverage } from '../core/findings/coverageOf.ts';
import type { Finding, RedactedText, Verdict } from '../core/findings/finding.ts';
import type { OverMasked } from '../core/findings/overMasked.ts';
import type { HazardFinding } from '../core/hazards/hazard.ts';
import type { LeakSettings, LeakSettingsProblem } from '../core/leakSettings/leakSettings.ts';
import type { SuppressedFinding, SuppressionUse } from '../core/leakSettings/suppressFindings.ts';
import type { PageState } from '../core/pageState.ts';
import type {
  BackgroundRequestName,
  BackgroundRequests,
  Message,
  PageToPanel,
  PanelToPage,
  RecordingPart,
  Reply,
} from '../core/protocol.ts';

import type { SeenRequest } from '../core/wire/seenRequest.ts';
import type { SavedPagesClient } from './savedPages/createSavedPagesClient.ts';

export type { PageState };

/**
 * Everything the views need from the world around them. They get it from context and never see the
 * extension API: the same views run in the extension, in an ordinary page and in tests.
 */
export interface PanelClient {
  readonly page: PageClient;
  readonly settings: SettingsClient;
  readonly leaks: LeakFinder;
  readonly sites: SiteMemory;
  readonly savedPages: SavedPagesClient;
  readonly tab: TabWatch;
  readonly qaMemory: QaMemory;
  readonly requests: RequestWatch;
  /** Of Scrim. */
  readonly version: string;
  /** Asks for access to one origin. Call it directly in a click handler: browsers want the gesture. */
  askAccess(origin: string): Promise<boolean>;
  openOptions(): void;
  /** Offers text as a file. Callers pass redacted text only. */
  saveFile(file: { readonly name: string; readonly type: string; readonly text: string }): void;
}

export interface PageClient {
  /** Calls back with the present state at once and then at every change. */
  onState(listener: (state: PageState) => void, signal: AbortSignal): void;
  onMessage(listener: (message: Message<PageToPanel>) => void, signal: AbortSignal): void;
  /** Dropped when no page is connected: what it would have shown is gone with the page. */
  send(message: Message<PanelToPage>): void;
  /** Tries the present tab again: after a permission was given. */
  reconnect(): void;
  /** Inspects the page's first frame of this origin in place of the page; null: the page itself again. */
  inspectFrame(origin: string | null): void;
}

/** The tab that the panel works on, beside what its page says. */
export interface TabWatch {
  /**
   * Calls back whenever the tab begins to show another document or another address of the same one. The address is told
   * only where the extension may see it.
   */
  onVisit(listener: (url: string | undefined) => void, signal: AbortSignal): void;
  /** Whether pages of this origin may be looked at without a press of the toolbar button. */
  hasAccess(origin: string): Promise<boolean>;
}

/** What the tab sends. Raw, told to the panel alone, and only while it listens. */
export interface RequestWatch {
  /** Asks for the permission to hear requests. Call it directly in a click handler. */
  ask(): Promise<boolean>;
  giveBack(): Promise<unknown>;
  /** @throws Error when the browser does not tell requests */
  watch(onRequest: (request: SeenRequest) => void, onLost: () => void, signal: AbortSignal): void;
}

/** What is kept of a QA session while the browser runs: in memory, closed to pages. Reports only, never raw values. */
export interface QaMemory {
  load(): Promise<unknown>;
  save(session: object): Promise<void>;
  forget(): Promise<void>;
}

/** What people said about the recorders of their sites, kept on this machine; forgotten on request. */
export interface SiteMemory {
  load(): Promise<readonly SiteAnswer[]>;
  save(answer: SiteAnswer): Promise<void>;
  forget(origin: string): Promise<void>;
}

export interface SettingsClient {
  request<K extends BackgroundRequestName>(
    name: K,
    body: BackgroundRequests[K]['request'],
    /** Id of the connection it is about; absent: the default one. */
    connection?: string,
  ): Promise<Reply<BackgroundRequests[K]['reply']>>;
  /** Another surface of the extension (options page, second panel) changed the settings. */
  onChanged(listener: () => void, signal: AbortSignal): void;
}

export interface LeakReport {
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  /** Of the last look and of the recording. */
  readonly uninspected: readonly Uninspected[];
  /** What the recorder does on this page that people do not expect of it; no part of the verdict. */
  readonly hazards: readonly HazardFinding[];
  /** Findings, or those of their places, that the org accepts; the verdict does not count them. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly suppressions: readonly SuppressionUse[];
  /** Of the last look: what is hidden though nobody needs it hidden; no part of the verdict. */
  readonly overMasked: readonly OverMasked[];
  /** Entries of the leak settings that could not be used. */
  readonly settingsProblems: readonly LeakSettingsProblem[];
}

/** What an org adds to the leak finder, and the day that its suppressions are read on. */
export interface DatedLeakSettings {
  readonly settings: LeakSettings;
  /** `2026-11-25`, in UTC. */
  readonly today: string;
}

export interface FindRequest {
  /** Number of the recording that goes on beside this look: its findings are kept and told with it. */
  readonly recording?: number;
  readonly leaks?: DatedLeakSettings;
}

/** How one detector does on the scan at hand. */
export type DetectorTrial =
  | { readonly count: number; readonly samples: readonly RedactedText[]; readonly stopped: boolean }
  | { readonly problem: LeakSettingsProblem };

/** Detectors run beside the panel's thread, so that a big page never freezes the panel. */
export interface LeakFinder {
  /**
   * Rejects with an AbortError when `signal` aborts.
   */
  find(scan: CaptureScan, signal: AbortSignal, request?: FindRequest): Promise<LeakReport>;
  /** Adds what a recording wrote down after its first look, and tells all that is known by then. */
  addLate(recording: number, parts: readonly RecordingPart[]): Promise<LeakReport>;
  /** Runs a custom detector that is being written, in the form of the rule file. */
  tryDetector(scan: CaptureScan, entry: unknown, signal: AbortSignal): Promise<DetectorTrial>;
  compare(before: CaptureScan, after: CaptureScan, signal: AbortSignal): Promise<ScanComparison>;
}
