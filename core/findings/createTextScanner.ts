import { defaultConfidence } from '../detectors/defaultConfidence.ts';
import { detectAll } from '../detectors/detectAll.ts';
import type { DetectContext } from '../detectors/detector.ts';
import { mayHoldName } from '../detectors/mayHoldName.ts';
import type { CustomDetectors } from '../leakSettings/createCustomDetectors.ts';
import type { Sighting } from './createFindingBuilder.ts';
import { decodings } from './decodings.ts';
import type { Detection, DetectorId } from './finding.ts';
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
}

export interface TextScanner {
  (text: string, context: DetectContext): readonly TextHit[];
  /** Whether any detector could find something: asked before the work of saying what stands around a text. */
  isWorthReading(text: string): boolean;
}

/** Nothing a detector looks for is shorter: a postal code has five signs. */
const minText = 5;
/** Every detector but that of names needs a digit, an `@`, or one of the marks of a secret. */
const worthReading =
  /[\p{Nd}@＠]|:\/\/|-----BEGIN|eyJ|[\p{L}_-]{2}["']?\s{0,3}[:=：]|pass|pwd|senha|clave|contrase|wachtwoord|has[lł]o/iu;
/** Attributes repeat: the same class list stands on a thousand elements. Longer texts hardly do. */
const maxCachedLength = 256;
const maxCached = 20_000;

/**
 * Reads texts with all detectors, in their plain and decoded readings; each distinct short text once.
 *
 * @param custom an org's own detectors: what they look for may look like anything, so every text is read
 */
export function createTextScanner(custom?: CustomDetectors): TextScanner {
  const cache = new Map<string, readonly TextHit[]>();
  const hasCustom = custom !== undefined && custom.detectors.length > 0;
  const isWorthReading = (text: string) => (hasCustom ? text !== '' : mayHoldValue(text));

  function scanText(text: string, context: DetectContext): readonly TextHit[] {
    if (!isWorthReading(text)) return [];
    if (text.length > maxCachedLength) return readings(text, context, custom);
    const id = `${context.machine ? 'm' : 'h'}${context.inPage ? 'p' : 'r'}\u0000${context.hint ?? ''}\u0000${text}`;
    const known = cache.get(id);
    if (known) return known;
    const hits = readings(text, context, custom);
    if (cache.size < maxCached) cache.set(id, hits);
    return hits;
  }
  return Object.assign(scanText, { isWorthReading });
}

function readings(
  text: string,
  context: DetectContext,
  custom: CustomDetectors | undefined,
): readonly TextHit[] {
  const hits = hitsIn(text, context, { isPlain: true, custom });
  const seen = new Set(hits.map((hit) => hit.key));
  for (const decoded of decodings(text)) {
    for (const hit of hitsIn(decoded, context, { isPlain: false, custom })) {
      if (seen.has(hit.key)) continue;
      seen.add(hit.key);
      hits.push(hit);
    }
  }
  return hits;
}

interface HowRead {
  readonly isPlain: boolean;
  readonly custom: CustomDetectors | undefined;
}

function hitsIn(text: string, context: DetectContext, { isPlain, custom }: HowRead): TextHit[] {
  return detections(text, context, custom)
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
  custom: CustomDetectors | undefined,
): readonly Detection[] {
  const builtIn = mayHoldValue(text) ? detectAll(text, context) : [];
  if (!custom || custom.detectors.length === 0) return builtIn;
  return [...builtIn, ...custom.detect(text, context)];
}
