import type { FieldKind } from './fieldKinds.ts';

/** What a rule reaches of an element. */
export type RuleChannel = 'text' | 'input' | 'attribute' | 'media';

/** One rule, in the words that all recorders share. */
export interface ModelRule {
  /** The rule's own id, or the option and entry it stands in (`mask[0]`). */
  readonly id: string;
  readonly name: string;
  readonly selector: string;
  readonly exceptions: readonly string[];
  readonly effect: 'exclude' | 'mask' | 'unmask' | 'ignore-input';
  /** Whether what is in a matched element is reached too. */
  readonly scope: 'subtree' | 'self';
  readonly channels: readonly RuleChannel[];
  /** In force until the visitor consents. */
  readonly untilConsent: boolean;
  /** Written by the site, or brought along by the recorder. */
  readonly origin: 'site' | 'built-in';
  /** Set when the selector stands for exactly these kinds of field, wherever they are. */
  readonly kinds?: readonly FieldKind[];
}

/**
 * A recorder's configuration as one model. A reader never makes it weaker than the recorder is: what the model
 * cannot say is hidden more, or refused by name.
 *
 * Exclusion is final. On one element a mask beats an unmask. Of masks and unmasks above each other the nearest
 * decides, or with `mask-wins` any mask; an unmask then lifts nothing but the default.
 */
export interface PrivacyModel {
  /** Profile id of the recorder it was read from. */
  readonly from: string;
  readonly rules: readonly ModelRule[];
  readonly resolve: 'nearest' | 'mask-wins';
  /** Text that no rule decides. */
  readonly text: 'visible' | 'mask';
  /** Kinds of field whose value is masked where no rule decides. */
  readonly fields: readonly FieldKind[];
  /** Attributes that are masked by default, by name; `*`: all of them. */
  readonly attributes: readonly string[];
  /** `images`: pictures and films; `all`: drawings and plug-ins too. */
  readonly media: 'recorded' | 'images' | 'all';
  readonly frames: 'recorded' | 'never';
  readonly reach: SourceReach;
  /** The source hides words that look personal, which no other recorder does: all text is masked in their place. */
  readonly words?: boolean;
  /** The source's own options that the same recorder takes over as they are. */
  readonly native?: Readonly<Record<string, boolean | number>>;
}

/** How far the hiding of the source reaches where recorders differ: what a target must not fall short of. */
export interface SourceReach {
  /** A masked element that holds nothing but a shadow root masks what is in that root. */
  readonly hosts: boolean;
  /** Text that stands directly in a shadow root is masked. */
  readonly rootText: boolean;
  /** Rules and what they hide reach into shadow roots at all. */
  readonly shadowRoots: boolean;
  /** A mask on a frame or above it reaches the page in it. */
  readonly frames: boolean;
  /** Excluding a frame excludes the page in it. */
  readonly excludedFrames: boolean;
  /** Rules match in the pages of frames. */
  readonly inFrames: boolean;
  /** Masks reach the page's title; of a read model: it is hidden. */
  readonly title: boolean;
  /** The `value` of an option is hidden with its drop-down. */
  readonly options: boolean;
  /** Kinds of field that a mask around them leaves as they are. */
  readonly unmasked: readonly FieldKind[];
}
