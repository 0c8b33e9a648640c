import type { CaptureChannel, CaptureMoment } from '../capture/captureRecord.ts';
import type { RecordSink } from '../capture/recordSink.ts';
import type { ControlState } from '../capture/treeAdapter.ts';
import type { PageCalls } from '../detection/pageCalls.ts';
import type { ActiveRule, RuleProblem } from '../rules/activeRule.ts';
import type { RuleSet } from '../rules/rule.ts';
import type { Decision, Hit } from '../treatment/decision.ts';
import type { DocumentedRows } from './documented/withMeasurement.ts';

/** One recorder, described so that the engine can play it. One file each; registered in `registry.ts`. */
export interface Profile<Options = unknown> {
  readonly id: string;
  readonly name: string;
  /** How the profile is known to be right. */
  readonly evidence: ProfileEvidence;
  /** Message keys (`undocumented.<key>`): what nobody outside the vendor knows; a green verdict names them. */
  readonly undocumented: readonly string[];

  /** The function or class of the recorder that a site passes its configuration to; absent: there is none in code. */
  readonly configuredBy?: string;
  /** Reads the recorder's own configuration object. Throws `OptionsError` with the offending path. */
  parseOptions(input: unknown): Options;
  /**
   * Globals of the page that the recorder reads beside its options: each a collection of texts. A host that can see
   * them puts them into the options as lists under their names, and an empty list where the page has none.
   */
  readonly pageGlobals?: readonly string[];
  /** Built-in rules that are in force when the settings source lists none. */
  offlineRules(): RuleSet;
  /** Ways out of a page that element rules do not govern. Absent: not modelled as such. */
  waysOut?(options: Options, calls: PageCalls): readonly WayOut[];
  /**
   * What is documented of each kind of content, before anything that was measured; of recorders that nobody outside can
   * run. Absent: its code decides, and there is nothing to measure.
   */
  documentedRows?(options: Options): DocumentedRows;
  /** The recorder, configured: what the walk asks while it goes through a page. */
  play(ruleSet: RuleSet, options: Options, syntax: SelectorSyntax): Playback;
}

/** What leaves a page beside the content of its elements. */
export interface WayOut {
  readonly way:
    | 'address'
    | 'console'
    | 'network'
    | 'identity'
    | 'events'
    | 'element-properties'
    | 'data-layer';
  /** What the recorder does with what goes there; `unknown` where nobody outside can tell. */
  readonly state: 'sent' | 'not-sent' | 'unknown';
  /** Whether a simulation sees what goes there: all of it, some of it, or nothing. */
  readonly seen: 'all' | 'part' | 'none';
  /** Message key (`waysOut.because.<key>`). */
  readonly because: string;
  /** Records that are of this way: their channel, and their policy where the channel holds others too. */
  readonly channel: CaptureChannel;
  readonly policies?: readonly string[];
}

export type ProfileEvidence =
  /** A test runs the real package on the same page and demands the same answer. */
  | { readonly kind: 'verified'; readonly package: string; readonly version: string }
  /** The real package's code was read, and the recorder it is built on is verified. */
  | { readonly kind: 'read'; readonly package: string; readonly version: string }
  /** Nobody outside can run it: public documentation only. Shown as "documented, not verified". */
  | { readonly kind: 'documented'; readonly sources: readonly string[] };

/** The host's word on a selector: undefined when the recorder's browser takes it, else the error. */
export type SelectorSyntax = (selector: string) => string | undefined;

/** One recorder with one configuration, on one page. */
export interface Playback {
  /** The rules in force, in the order in which hits name them. A list that the recorder would lose is not in it. */
  readonly rules: readonly ActiveRule[];
  /** What is wrong with rules and options, beyond what matching finds out. */
  readonly problems: readonly RuleProblem[];
  /** State of a document's root before any rule. */
  readonly root: Pick<Decision, 'possible' | 'level' | 'doubts'>;
  /** Levels that the first look goes down; what is deeper is not recorded. Absent: all. */
  readonly maxDepth?: number;
  /** Asks `decide` for every element, not only for those that a rule hits: types and attributes decide too. */
  readonly decidesAll: boolean;
  /** Combines what an element inherits with the rules that hit it. Returns `inherited` itself when nothing changes. */
  decide(inherited: Decision, at: DecideSite): Decision;
  /** A hit inside a shadow root: as certain as outside, or not. */
  hitInShadow(hit: Hit): Hit;
  /** State of what is in a shadow root, from its host's; the root is a document's without rules. */
  shadowState(host: Decision, root: Decision, at: BoundarySite): Decision;
  /** State of the document in a same-origin frame, from the frame element's state and a fresh root's. */
  frameState(frame: Decision, root: Decision, at: BoundarySite): Decision;
  /** State of the content of a `<template>`; null: the recorder never looks into one. */
  templateState(outside: Decision, at: BoundarySite): Decision | null;
  /** Closed shadow roots: nobody knows, or known never to be recorded. */
  readonly closedRoots: 'unknown' | 'never';
  readonly record: ProfileRecorder;
  readonly late: LateResolver;
}

export interface BoundarySite {
  readonly node: number;
  readonly moment: CaptureMoment;
  readonly element: ElementSite;
  /** The root came to an element that the recorder knew already: attached late, or loaded late. */
  readonly isAttached?: boolean;
}

export interface DecideSite extends BoundarySite {
  /** In the document of a frame itself, not in a shadow root there. */
  readonly isInFrame: boolean;
  readonly hits: readonly Hit[];
  /** What was decided when the recorder first met this element; undefined when it meets it now. */
  readonly stored: Decision | undefined;
}

/** What is sent for each kind of content, given the decision. Each call writes records into the sink. */
export interface ProfileRecorder {
  document(at: RecordSite, page: PageSite): void;
  /** A text node; `element` is the one it is in, a root's has the tag ''. */
  text(at: RecordSite, text: TextSite, element: ElementSite): void;
  comment(at: RecordSite, part: number, data: string): void;
  /** All attributes and what else is sent of the element itself: the text of a linked style sheet, for one. */
  attributes(at: RecordSite, element: ElementSite): void;
  control(at: RecordSite, element: ElementSite, state: ControlState): void;
  /** Canvas, video, plug-in content: what cannot be read as text. */
  opaque(at: RecordSite, element: ElementSite): void;
  /** Style text that no text node holds: rules inserted by script, sheets adopted by a document or shadow root. */
  style(at: RecordSite, css: string, source: StyleSource): void;
  /** One attribute changed after the first look. Absent: changes are not sent. */
  attributeChange?(at: RecordSite, element: ElementSite, change: AttributeChange): void;
  /** An image has come or failed after it was met. Absent: that is not sent. */
  imageSettled?(at: RecordSite, element: ElementSite): void;
  /** A value was typed, chosen or set after the first look. Absent: as `control`. */
  valueChange?(at: RecordSite, element: ElementSite, state: ControlState): void;
  /** A click; the chain starts at the element that was clicked. Absent: nothing of the page is sent with it. */
  click?(at: RecordSite, chain: readonly LateLink[]): void;
  /** The page wrote to the console. Absent: not sent. */
  console?(at: RecordSite, text: string): void;
  /** The page loaded something from this address after the first look. Absent: not sent. */
  resource?(at: RecordSite, address: string): void;
  /** What the page said to the recorder by itself. Absent: not modelled. */
  said?(at: RecordSite, calls: PageCalls): void;
  /** The page changed its address without loading anew (`history.pushState`). Absent: not sent. */
  navigation?(at: RecordSite, from: string, to: string): void;
}

/** Rules that script put into a `<style>`, sheets adopted when their root was met, and such as are adopted later. */
export type StyleSource = 'inserted' | 'adopted' | 'adopted-later';

export interface AttributeChange {
  readonly name: string;
  /** Null: it was removed. */
  readonly value: string | null;
  readonly before: string | null;
}

export interface RecordSite {
  readonly sink: RecordSink;
  readonly node: number;
  readonly decision: Decision;
  readonly decisionIndex: number;
  readonly moment: CaptureMoment;
  /** Rules that hit this very element, not what it inherits; empty for a root. */
  readonly hits: readonly Hit[];
}

export interface PageSite {
  readonly url: string;
  readonly isTop: boolean;
  /** `document.title`. */
  readonly title: string;
  readonly referrer: string;
  /** Addresses the page has loaded from (resource timing), top document only. */
  readonly resources: readonly string[];
}

export interface ElementSite {
  /** Lower-case local name; '' for a root. */
  readonly tag: string;
  readonly namespace: 'html' | 'svg' | 'other';
  /** In document order, names as written. */
  readonly eachAttribute: (visit: (name: string, value: string) => void) => void;
  readonly attribute: (name: string) => string | null;
  /** Whether a word of that value stands for one that a saved page does not hold: what it is cannot be told. */
  readonly standsIn: (name: string, word: string) => boolean;
  readonly parentTag: string;
  /** State of a form control, or null. */
  readonly control: () => ControlState | null;
  /** Whether there is anything in it: an element, a text, a comment. Shadow content is not in it. */
  readonly hasChildren: () => boolean;
  /** Whether the page in a frame element can be read (`contentDocument`). */
  readonly frameIsReadable: () => boolean;
  /** The address of its document that addresses are relative to. */
  readonly base: () => string;
  /** Whether an image shows; null where that cannot be known. */
  readonly image: () => 'loaded' | 'broken' | 'loading' | null;
  /** The element's text with all that is in it (`textContent`). */
  readonly text: () => string;
  /** CSSOM text of the sheet of a `<style>` or `<link>`; null when there is none or it cannot be read. */
  readonly sheet: () => string | null;
  /** The same of the first sheet of its document (not of a shadow root) that has the address of this `<link>`. */
  readonly listedSheet: () => string | null;
  /** Width and height of an image in CSS pixels, its own or else those of its box; null where that cannot be known. */
  readonly imageSize: () => readonly [number, number] | null;
  /** The address that this address stands for in the element's document, as `a.href` answers it. */
  readonly resolve: (address: string) => string;
}

export interface TextSite {
  readonly part: number;
  readonly data: string;
  /** Its data changed where it was; false: it was added to an element that was there; absent: both were met together. */
  readonly isChange?: boolean;
}

/**
 * How a recorder finds the state of what changed after the first look: some ask `closest` again (and stop at
 * shadow roots), some inherit through all ancestors, some keep what they decided when they first saw the node.
 *
 * The engine sees to it that no node, text or attribute is recorded where the recorder has no entry; of values and
 * clicks it asks, because listeners hear them everywhere. Null: the recorder sends nothing.
 */
export interface LateResolver {
  /** When a batch of changes is read: in the turn in which they happen, or when the page is idle. */
  readonly reads: 'at-once' | 'when-idle';
  /** Whether a change of the address makes the recorder look at the whole page again. Absent: never. */
  looksAgain?(from: string, to: string): boolean;
  /** State that an added node's parent passes down to it. */
  added(parents: LateChain): Decision | null;
  text(parents: LateChain): Decision | null;
  attribute(chain: LateChain): Decision | null;
  value(chain: LateChain, cause: ValueCause): Decision | null;
}

/** How it became known that a control holds another value. */
export interface ValueCause {
  /** An event of the page or of a person, or a script that set the property (no event). */
  readonly kind: 'input' | 'change' | 'set';
  /** Whether the event leaves shadow roots: a listener on the document hears no other one from inside. */
  readonly composed: boolean;
}

/**
 * From the element itself (or a text's parent) up to the top document. A document or shadow root on the way is a
 * link of its own, with the tag '' and no hits: `closest` does not get past it. Never empty.
 */
export type LateChain = readonly LateLink[];

export interface LateLink {
  readonly node: number;
  readonly element: ElementSite;
  /** Rules that hit it now. */
  readonly hits: readonly Hit[];
  /** What was decided when the recorder last met it; undefined when it never did. */
  readonly stored: Decision | undefined;
  /** Whether the recorder has an entry for it: it has none for what is under an excluded element. */
  readonly isKnown: boolean;
  /** How the next link is reached; 'parent' for every element. */
  readonly above: 'parent' | 'shadow-host' | 'frame' | 'none';
}

/** The options object does not have the shape the recorder takes. Exit code 2 on the command line. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}
