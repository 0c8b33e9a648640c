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
  /** Rules of a `<style>` are sent in its text (posthog-js), not beside it. */
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
  readonly maskInputValue: MaskFunction;
}

/** What a masked string becomes; 'unknown' where a function of the site decides. */
export type MaskFunction = ((text: string) => string) | 'unknown';

/** rrweb `slimDOMOptions`: what is left out of the recording. */
export type SlimDom = Readonly<Partial<Record<SlimKey, boolean>>>;

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
