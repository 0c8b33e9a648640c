import type { RecordSink } from '../capture/recordSink.ts';
import type { ControlState } from '../capture/treeAdapter.ts';
import type { ActiveRule } from '../rules/activeRule.ts';
import type { RuleSet } from '../rules/rule.ts';
import type { Decision, Hit } from '../treatment/decision.ts';
import type { Possible } from '../treatment/treatment.ts';

/** One recorder, described so that the engine can play it. One file each; registered in `registry.ts`. */
export interface Profile<Options = unknown> {
  readonly id: string;
  readonly name: string;
  /** How the profile is known to be right. */
  readonly evidence: 'verified' | 'documented';
  /** Message keys (`undocumented.<key>`): what nobody outside the vendor knows; a green verdict names them. */
  readonly undocumented: readonly string[];

  /** Reads the recorder's own configuration object. Throws `OptionsError` with the offending path. */
  parseOptions(input: unknown): Options;
  /** Built-in rules that are in force when the settings source lists none. */
  offlineRules(): RuleSet;
  /** The rules of a set that take part: session kind, consent, platform. */
  activeRules(ruleSet: RuleSet, options: Options): readonly ActiveRule[];
  /** State of a document's root before any rule. */
  rootState(ruleSet: RuleSet, options: Options): Possible;
  /** Combines what an element inherits with the rules that hit it. */
  decide(inherited: Decision, hits: readonly Hit[], rules: readonly ActiveRule[], node: number): Decision;
  /** A hit inside a shadow root: as certain as outside, or not. */
  hitInShadow(hit: Hit): Hit;
  /** State of the document in a same-origin frame, from the frame element's state and a fresh root's. */
  frameState(frame: Decision, root: Decision, node: number): Decision;
  record: ProfileRecorder;
}

/** What is sent for each kind of content, given the decision. Each call writes records into the sink. */
export interface ProfileRecorder {
  document(at: RecordSite, page: { readonly url: string; readonly isTop: boolean }): void;
  text(at: RecordSite, text: TextSite): void;
  comment(at: RecordSite, part: number, data: string): void;
  attributes(at: RecordSite, element: ElementSite): void;
  control(at: RecordSite, element: ElementSite, state: ControlState): void;
  /** Canvas, video, plug-in content: what cannot be read as text. */
  opaque(at: RecordSite, element: ElementSite): void;
  style(at: RecordSite, css: string, source: 'element' | 'inserted' | 'adopted'): void;
}

export interface RecordSite {
  readonly sink: RecordSink;
  readonly node: number;
  readonly decision: Decision;
  readonly decisionIndex: number;
}

export interface ElementSite {
  readonly tag: string;
  /** In document order, names as written. */
  readonly eachAttribute: (visit: (name: string, value: string) => void) => void;
  readonly attribute: (name: string) => string | null;
  readonly parentTag: string;
}

export interface TextSite {
  readonly part: number;
  readonly data: string;
  readonly tag: string;
  readonly parentTag: string;
  /** `type` attribute of the element, for scripts. */
  readonly type: string;
}

/** The options object does not have the shape the recorder takes. Exit code 2 on the command line. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}
