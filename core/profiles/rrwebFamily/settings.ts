import { type CssAddresses, latestCss } from './addresses.ts';
import type { ElementMasks } from './elementMasks.ts';

/** How one recorder of the rrweb family was configured: rrweb's own option names where it has one. */
export interface RrwebSettings {
  readonly blockClass: string | RegExp;
  readonly blockSelector: string | null;
  readonly maskTextClass: string | RegExp;
  readonly maskTextSelector: string | null;
  /** Input types and tags whose value is masked. */
  readonly maskInput: ReadonlySet<string>;
  readonly ignoreClass: string;
  readonly ignoreSelector: string | null;
  readonly slim: SlimDom;
  readonly inlineStylesheet: boolean;
  readonly recordsCanvas: boolean;
  readonly inlinesImages: boolean;
  /** 'unknown': a function of the site decides, which is not run here. */
  readonly keepsFrameAddress: boolean | 'unknown';
  /** Only the last value of a field is sent, on `change`. */
  readonly inputOnChange: boolean;
  /** All attributes as stars, or through a function of the site (posthog-js); null: as they are. */
  readonly maskAttribute: MaskFunction | null;
  /** Rules of a `<style>` are sent in its text (posthog-js, rrweb@2.0.0-alpha.17), not beside it. */
  readonly stylesInText: boolean;
  /** A late change asks for blocked ancestors beyond its shadow root too (posthog-js `isBlockedAtEmission`). */
  readonly blocksThroughHosts: boolean;
  /** A `<link>` is sent with its own sheet (posthog-js); else with the first one of its address in the document. */
  readonly linksHaveSheets: boolean;
  /** What is in a frame is recorded although the frame itself is blocked (posthog-js `serializeNodeWithId`). */
  readonly recordsBlockedFrames: boolean;
  /** Levels of the tree that the first look goes down. */
  readonly maxDepth: number;
  readonly maskText: MaskFunction;
  readonly maskInputValue: ValueMask;
  /** What the vendor's masking functions decide by; null: masks of the lists and types hold as they are. */
  readonly elementMasks: ElementMasks | null;
  /** `placeholder` is masked as the value is. */
  readonly masksPlaceholder: boolean;
  readonly recordsConsole: boolean;
  /** Each new address of the page is sent when it changes, and with it the title. */
  readonly tellsNavigation: boolean;
  /** `document.title` is sent with each address, whatever masks say. */
  readonly tellsTitle: boolean;
  /** Attributes of what is added after the first look are masked like others. */
  readonly masksAddedAttributes: boolean;
  /** Code in scripts is replaced wherever it stands, not in HTML only (posthog-js). */
  readonly replacesAllScripts: boolean;
  /** Changed text of a text area leaves as its value, past the mask (rrweb@2.0.0-alpha.17 `genTextAreaValueMutation`). */
  readonly leaksTextAreaChanges: boolean;
  /** A function of the site sees every event before it leaves, and may drop or change it. */
  readonly hasEventFilter: boolean;
  /** What becomes of the page's address; null: it leaves as it is. */
  readonly pageAddress: ((address: string) => string) | null;
  /** A broken block list loses every change after the first look. */
  readonly losesChangesWhenBroken: boolean;
  readonly cssAddresses: CssAddresses;
}

/** rrweb@2.2.2 as it comes. */
export const rrwebSettings: RrwebSettings = {
  blockClass: 'rr-block',
  blockSelector: null,
  maskTextClass: 'rr-mask',
  maskTextSelector: null,
  maskInput: new Set(['password']),
  ignoreClass: 'rr-ignore',
  ignoreSelector: null,
  slim: {},
  inlineStylesheet: true,
  recordsCanvas: false,
  inlinesImages: false,
  keepsFrameAddress: false,
  inputOnChange: false,
  maskAttribute: null,
  stylesInText: false,
  blocksThroughHosts: false,
  linksHaveSheets: false,
  recordsBlockedFrames: false,
  maxDepth: Number.POSITIVE_INFINITY,
  maskText: starText,
  maskInputValue: starValue,
  elementMasks: null,
  masksPlaceholder: false,
  recordsConsole: false,
  tellsNavigation: false,
  tellsTitle: false,
  masksAddedAttributes: true,
  replacesAllScripts: false,
  leaksTextAreaChanges: false,
  hasEventFilter: false,
  pageAddress: null,
  losesChangesWhenBroken: true,
  cssAddresses: latestCss,
};

/** What a masked string becomes; 'unknown' where a function of the site decides. */
export type MaskFunction = ((text: string) => string) | 'unknown';

/** @param type the field's type, as the browser has it; undefined for what is no field */
export type ValueMask = ((text: string, type: string | undefined) => string) | 'unknown';

/** rrweb `slimDOMOptions`: what is left out of the recording. */
export type SlimDom = Readonly<Partial<Record<SlimKey, boolean>>> & {
  /** A `modulepreload` goes with the scripts only when it says that it is one (amplitude's fork). */
  readonly modulePreloadOfScripts?: boolean;
};

export const slimKeys = [
  'script',
  'comment',
  'headFavicon',
  'headWhitespace',
  'headMetaDescKeywords',
  'headMetaSocial',
  'headMetaRobots',
  'headMetaHttpEquiv',
  'headMetaAuthorship',
  'headMetaVerification',
  'headTitleMutations',
] as const;
type SlimKey = (typeof slimKeys)[number];

/** Every character but white space: rrweb-snapshot@2.2.2 `serializeTextNode`. */
export function starText(text: string): string {
  return text.replace(/\S/g, '*');
}

/** One star for each UTF-16 unit, white space too: rrweb-snapshot@2.2.2 `maskInputValue`. */
export function starValue(text: string): string {
  return '*'.repeat(text.length);
}

/** `maskAllInputs: true` of rrweb@2.2.2 `record`. Hidden, buttons, check boxes, radio buttons and files are not in it. */
export const allInputs: readonly string[] =
  'color date datetime-local email month number range search tel text time url week textarea select password'.split(
    ' ',
  );
