import { defaultConfidence } from '../detectors/defaultConfidence.ts';
import { detectAll } from '../detectors/detectAll.ts';
import type { DetectContext } from '../detectors/detector.ts';
import type { DetectorBudget } from '../detectors/detectorBudget.ts';
import { mayHoldName } from '../detectors/mayHoldName.ts';
import { detectors } from '../detectors/registry.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import type { CustomDetectors } from '../leakSettings/createCustomDetectors.ts';
import type { Sighting } from './createFindingBuilder.ts';
import { decodings } from './decodings.ts';
import type { Detection, DetectorId, RedactedText } from './finding.ts';
import { valueKey } from './valueKey.ts';

/** One value found in one text, in whichever reading of it. */
export interface TextHit {
  readonly detector: DetectorId;
  readonly scheme?: string;
  readonly confidence: number;
  readonly value: string;
  readonly key: string;
  /** Offsets in the text itself; undefined when the value only shows after decoding. */
  readonly span?: readonly [start: number, end: number];
  /** What the org says about its own detector. */
  readonly own?: Sighting['own'];
  /** Made already: on a saved page when the value was taken out, of a planted value by its class. */
  readonly sample?: RedactedText;
  /** The synthetic visitor typed it. */
  readonly planted?: true;
  /** For a planted value that no detector knows: what it was typed as, which is what is reported. */
  readonly field?: FieldClass;
}

export interface TextScanner {
  (text: string, context: DetectContext): readonly TextHit[];
  /** Whether any detector could find something: asked before the work of saying what stands around a text. */
  isWorthReading(text: string): boolean;
}

export interface TextScannerOptions {
  /** An org's own detectors: what they look for may look like anything, so every text is read. */
  readonly custom?: CustomDetectors | undefined;
  /** What detectors may take of the page; absent: whatever they need. */
  readonly budget?: DetectorBudget | undefined;
}

/** A security code; nothing a detector looks for is shorter. */
const minText = 3;
/**
 * Every detector but that of names needs a digit, an `@`, or one of the marks of a secret, as they are or in what is
 * decoded: a reference, or a long word that may be base64.
 */
const worthReading =
  /[\p{Nd}@＠﹫]|:\/\/|-----BEGIN|[\p{L}_-]{2}["']?\s{0,3}[:=：]|&[A-Za-z]|[A-Za-z+/_-]{16}|pass|pwd|senha|clave|contrase|wachtwoord|has[lł]o/iu;
/** Class lists, addresses, style sheets: the same text stands on a thousand elements. Held by the scan already. */
const maxCached = 200_000;

/** Reads texts with all detectors, in their plain and decoded readings; each distinct text once. */
export function createTextScanner({ custom, budget }: TextScannerOptions = {}): TextScanner {
  const caches = new Map<string, Map<string, readonly TextHit[]>>();
  let cached = 0;
  const hasCustom = custom !== undefined && custom.detectors.length > 0;
  const isWorthReading = (text: string) => (hasCustom ? text !== '' : mayHoldValue(text));

  function scanText(text: string, context: DetectContext): readonly TextHit[] {
    if (!isWorthReading(text)) return [];
    // By context first: put together with the text it would be copied for each question.
    const around = JSON.stringify(context);
    const cache = caches.get(around) ?? new Map<string, readonly TextHit[]>();
    caches.set(around, cache);
    const known = cache.get(text);
    if (known) return known;
    const hits = readings(text, context, { custom, budget });
    cached += 1;
    if (cached < maxCached) cache.set(text, hits);
    return hits;
  }
  return Object.assign(scanText, { isWorthReading });
}

function readings(text: string, context: DetectContext, options: TextScannerOptions): readonly TextHit[] {
  const hits = hitsIn(text, context, { ...options, isPlain: true });
  const seen = new Set(hits.map((hit) => hit.key));
  for (const decoded of decodings(text)) {
    for (const hit of hitsIn(decoded, context, { ...options, isPlain: false })) {
      if (seen.has(hit.key)) continue;
      seen.add(hit.key);
      hits.push(hit);
    }
  }
  return hits;
}

interface HowRead extends TextScannerOptions {
  readonly isPlain: boolean;
}

function hitsIn(text: string, context: DetectContext, how: HowRead): TextHit[] {
  const { custom, isPlain } = how;
  return detections(text, context, how)
    .filter(({ confidence, alternative }) => confidence >= defaultConfidence && !alternative)
    .map(({ detector, scheme, confidence, start, end }) => {
      const value = text.slice(start, end);
      const own = custom?.ownOf(detector);
      return {
        detector,
        confidence,
        value,
        key: valueKey(detector, value),
        ...(scheme === undefined ? {} : { scheme }),
        ...(isPlain ? { span: [start, end] as const } : {}),
        ...(own === undefined ? {} : { own }),
      };
    });
}

/** Asked of every text: most hold nothing that a detector could begin with. */
function mayHoldValue(text: string): boolean {
  return text.length >= minText && (worthReading.test(text) || mayHoldName(text));
}

function detections(
  text: string,
  context: DetectContext,
  { custom, budget }: TextScannerOptions,
): readonly Detection[] {
  const builtIn = mayHoldValue(text) ? detectAll(text, context, detectors, budget) : [];
  if (!custom || custom.detectors.length === 0) return builtIn;
  return [...builtIn, ...custom.detect(text, context)];
}
