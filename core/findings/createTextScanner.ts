import { defaultConfidence } from '../detectors/defaultConfidence.ts';
import { detectAll } from '../detectors/detectAll.ts';
import type { DetectContext } from '../detectors/detector.ts';
import { decodings } from './decodings.ts';
import type { DetectorId } from './finding.ts';
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
}

/** Nothing a detector looks for is shorter. */
const minText = 6;
/** Every detector needs a digit, an `@`, or one of the marks of a secret. Saves nine tenths of the work. */
const worthReading =
  /[\p{Nd}@＠]|:\/\/|-----BEGIN|eyJ|[\p{L}_-]{2}["']?\s{0,3}[:=：]|pass|pwd|senha|clave|contrase|wachtwoord|has[lł]o/iu;
/** Attributes repeat: the same class list stands on a thousand elements. Longer texts hardly do. */
const maxCachedLength = 256;
const maxCached = 20_000;

/** Whether any detector could find something: asked before the work of saying what stands around a text. */
export function isWorthReading(text: string): boolean {
  return text.length >= minText && worthReading.test(text);
}

/** Reads texts with all detectors, in their plain and decoded readings; each distinct short text once. */
export function createTextScanner() {
  const cache = new Map<string, readonly TextHit[]>();

  return function scanText(text: string, context: DetectContext): readonly TextHit[] {
    if (!isWorthReading(text)) return [];
    if (text.length > maxCachedLength) return readings(text, context);
    const id = `${context.machine ? 'm' : 'h'}${context.inPage ? 'p' : 'r'}\u0000${context.hint ?? ''}\u0000${text}`;
    const known = cache.get(id);
    if (known) return known;
    const hits = readings(text, context);
    if (cache.size < maxCached) cache.set(id, hits);
    return hits;
  };
}

function readings(text: string, context: DetectContext): readonly TextHit[] {
  const hits = hitsIn(text, context, true);
  const seen = new Set(hits.map((hit) => hit.key));
  for (const decoded of decodings(text)) {
    for (const hit of hitsIn(decoded, context, false)) {
      if (seen.has(hit.key)) continue;
      seen.add(hit.key);
      hits.push(hit);
    }
  }
  return hits;
}

function hitsIn(text: string, context: DetectContext, plain: boolean): TextHit[] {
  return detectAll(text, context)
    .filter(({ confidence, alternative }) => confidence >= defaultConfidence && !alternative)
    .map(({ detector, scheme, confidence, start, end }) => {
      const value = text.slice(start, end);
      return {
        detector,
        confidence,
        value,
        key: valueKey(detector, value),
        ...(scheme === undefined ? {} : { scheme }),
        ...(plain ? { span: [start, end] as const } : {}),
      };
    });
}
