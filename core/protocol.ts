/**
 * Every message, in every direction. The name says who may send it; nothing else is listened to.
 *
 * - Panel <-> page: one port per frame, opened by the panel (`pagePortName`).
 * - Panel or options page -> background: request and reply (`BackgroundRequests`).
 * - A page-side script never asks the background for anything.
 *
 * Border rule: whoever receives a message checks its shape with the guards in `protocolGuards.ts`.
 */

import type { ScanHead, ScanPart } from './capture/chunkScan.ts';
import type { OutlinedTag } from './handOver/outlineOf.ts';
import type { ElementSketch } from './rot/elementSketch.ts';
import type { RuleProblem } from './rules/activeRule.ts';
import type { RuleContent, RuleSet } from './rules/rule.ts';
import type { RawHead, RawNode } from './saved/rawSnapshot.ts';
import type { PageName } from './selectors/pageName.ts';
import type { RankedSelector } from './selectors/rankedSelector.ts';
import type { ExamplesAnswer } from './selectors/suggestForExamples.ts';
import type { Treatment } from './treatment/treatment.ts';
import type { PlantedValue } from './visitor/plantedValue.ts';
import type { FilledField, VisitorReport } from './visitor/visitorReport.ts';

export type * from './backgroundProtocol.ts';

export const pagePortName = 'scrim-page';

/** No message between a page and the extension is larger than this, in UTF-16 units of JSON. */
export const maxChunkLength = 256 * 1024;

/**
 * What a scan was made for: the rules of the settings source, those with the draft applied, another recorder on the same
 * page, or the rules as they were.
 */
export type ScanPurpose = 'current' | 'draft' | 'compare' | 'history';

export interface ScanRequest {
  readonly scanId: number;
  readonly purpose: ScanPurpose;
  readonly profile: string;
  readonly options: unknown;
  readonly ruleSet: RuleSet;
  /** The recorder goes on after this look: what changes is sent as `recording/part`. Ends the recording before it. */
  readonly record: boolean;
}

/** What a recording wrote down since its last part; indexes continue those of the scan it began with. */
export type RecordingPart = Pick<ScanPart, 'nodes' | 'decisions' | 'records' | 'fields' | 'uninspected'>;

/** What a rule matches by. */
export type WrittenSelector = Pick<RuleContent, 'selector' | 'exceptions'>;

/** Mends that are compared at once: as many as anybody reads. */
export const maxCompared = 24;

/** Fields that are told of at most, and how long a typed value and a path may be. */
export const fillLimits = { fields: 2_000, value: 2_000, path: 4_000 } as const;

/** Panel -> page. */
export interface PanelToPage {
  'scan/start': ScanRequest;
  'scan/cancel': { readonly scanId: number };
  /** Watch the page and send `page/changed`. */
  'watch/set': { readonly on: boolean };
  /** Which categories to draw, from the scan made for this purpose. */
  'overlay/show': { readonly on: boolean; readonly purpose: ScanPurpose };
  'overlay/leaks': { readonly nodes: readonly number[] };
  /** Scrolls the node into view and flashes it. */
  'overlay/flash': { readonly node: number };
  /** Outlines the matches of a selector that is being written, or the matches of a rule. */
  'preview/match': {
    readonly requestId: number;
    readonly selector: string;
    readonly exceptions: readonly string[];
  };
  'preview/clear': Record<string, never>;
  /** For examples the picker stays armed, and each click includes an element, excludes it, or takes that back. */
  'picker/arm': { readonly forExamples: boolean };
  /** What each of several mends would match beside what is written: nothing is drawn. */
  'preview/compare': {
    readonly requestId: number;
    readonly before: WrittenSelector;
    readonly after: readonly WrittenSelector[];
  };
  /** The page's own classes, ids, attributes and tags, for completion. */
  'selectors/names': { readonly requestId: number };
  'picker/disarm': Record<string, never>;
  'picker/step': { readonly to: 'parent' | 'child' | 'previous' | 'next' | 'next-match' };
  'picker/choose': Record<string, never>;
  /** The examples from here on; two empty lists end it. Answered by `examples/changed`. */
  'examples/set': { readonly included: readonly number[]; readonly excluded: readonly number[] };
  /** Ranked selectors for a node that is already known (a leak's place). */
  'selectors/suggest': { readonly requestId: number; readonly node: number };
  /** What the source of a node might look like, for whoever is to mark it in the code. */
  'source/outline': { readonly requestId: number; readonly node: number };
  /** What elements that a rule matches are remembered by. */
  'sketch/read': { readonly requestId: number; readonly nodes: readonly number[] };
  /** Elements that look like what a rule matched once. */
  'lookalikes/find': {
    readonly requestId: number;
    readonly count: number;
    readonly sketches: readonly ElementSketch[];
  };
  /** Text of the page's readable style sheets, for the replay only. */
  'replay/styles': { readonly requestId: number };
  /** Types a test identity into the page's form fields: sent only after a person said so. */
  'form/fill': { readonly requestId: number; readonly seed: number; readonly locale: string };
  /** The whole page as it is, to be kept: it is redacted in the panel before anything is stored. */
  'snapshot/take': { readonly requestId: number };
}

/** What a click on an element does while examples are collected; `full`: nothing, there are as many as can be. */
export const exampleClicks = ['include', 'exclude', 'take-back', 'full'] as const;
export type ExampleClick = (typeof exampleClicks)[number];

/** An element that the selector is to take, or to leave out. */
export interface Example {
  readonly node: number;
  /** As in `PickTarget`. */
  readonly label: string;
}

/** Elements that one selector matches and another does not. */
export interface SelectorDifference {
  readonly count: number;
  readonly lost: number;
  readonly gained: number;
}

export interface PickTarget {
  readonly node: number;
  /** `div`, `input type=email`: tag and role-like attributes only. */
  readonly label: string;
  readonly treatment: Treatment;
  /** Index of the winning rule in the last scan's active rules, -1 for the default. */
  readonly rule: number;
  readonly inherited: boolean;
  readonly doubts: readonly string[];
  /** Only while examples are collected. */
  readonly click?: ExampleClick;
}

/** Page -> panel. */
export interface PageToPanel {
  'page/ready': { readonly url: string; readonly title: string };
  /** The same document has another address: a route of a single-page application, a fragment. */
  'page/route': { readonly url: string };
  'scan/progress': { readonly scanId: number; readonly elements: number };
  /** Items of the scan's lists, in parts of at most `maxChunkLength`. */
  'scan/part': { readonly scanId: number; readonly part: ScanPart };
  /** All parts are sent; what the scan is beside its lists. */
  'scan/done': {
    readonly scanId: number;
    readonly purpose: ScanPurpose;
    readonly head: ScanHead;
    /** How many `scan/part` there were: one that is missing must not pass for a clean page. */
    readonly parts: number;
    readonly changedMeanwhile: boolean;
  };
  /** `recordingId` is the number of the scan it began with; `sequence` counts its parts from 0. */
  'recording/part': {
    readonly recordingId: number;
    readonly sequence: number;
    readonly part: RecordingPart;
  };
  'scan/failed': { readonly scanId: number; readonly reason: string };
  'page/changed': { readonly mutations: number };
  /** The page keeps removing our marks; they were given up. */
  'overlay/lost': { readonly reason: string };
  'preview/result': {
    readonly requestId: number;
    readonly count: number;
    readonly nodes: readonly number[];
    /** For each exception, how many elements it leaves out. */
    readonly spared: readonly number[];
    /** What the browser needed for the selector. */
    readonly milliseconds: number;
    readonly problem?: Pick<RuleProblem, 'kind' | 'detail'> & { readonly exception?: number };
  };
  /** In the order in which they were asked; null: the browser refuses it, or it takes too long here. */
  'preview/compared': {
    readonly requestId: number;
    readonly results: readonly (SelectorDifference | null)[];
  };
  'selectors/named': {
    readonly requestId: number;
    readonly names: readonly PageName[];
    /** False: there are more than these. */
    readonly isComplete: boolean;
  };
  'picker/armed': { readonly armed: boolean; readonly reason?: string; readonly seenByPage: number };
  'picker/hover': { readonly target: PickTarget | null };
  'picker/picked': { readonly target: PickTarget; readonly candidates: readonly RankedSelector[] };
  /** All examples after a click or `examples/set`, and the selectors that tell the ones from the others. */
  'examples/changed': {
    readonly included: readonly Example[];
    readonly excluded: readonly Example[];
    readonly answer: ExamplesAnswer;
  };
  'selectors/suggested': { readonly requestId: number; readonly candidates: readonly RankedSelector[] };
  /** Empty when the node is gone. */
  'source/outlined': { readonly requestId: number; readonly outline: readonly OutlinedTag[] };
  /** In the order of the request; null for a node that is gone. */
  'sketch/result': { readonly requestId: number; readonly sketches: readonly (ElementSketch | null)[] };
  /** The most alike first; empty when nothing is alike. */
  'lookalikes/found': { readonly requestId: number; readonly nodes: readonly number[] };
  /** What was typed where, and what was left alone; `planted` are the values, which are nobody's. */
  'form/filled': {
    readonly requestId: number;
    readonly filled: readonly FilledField[];
    readonly skipped: VisitorReport['skipped'];
    readonly planted: readonly PlantedValue[];
  };
  'form/failed': { readonly requestId: number; readonly reason: string };
  /** In pieces; the last one says so. */
  'replay/styles': { readonly requestId: number; readonly css: string; readonly last: boolean };
  /** Nodes in document order, in parts of at most `maxChunkLength`. */
  'snapshot/part': { readonly requestId: number; readonly nodes: readonly RawNode[] };
  /** A part that did not arrive is a page that is not kept. */
  'snapshot/done': { readonly requestId: number; readonly parts: number; readonly head: RawHead };
  /** Why it could not be read: `too-large`, `not-read`. */
  'snapshot/failed': { readonly requestId: number; readonly reason: string };
}

export type Message<Map> = { [K in keyof Map]: { readonly type: K; readonly body: Map[K] } }[keyof Map];
