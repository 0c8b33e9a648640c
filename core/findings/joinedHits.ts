import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { TextHit } from './createTextScanner.ts';
import { isCustomDetector } from './isCustomDetector.ts';
import type { TextSegment } from './textSegments.ts';

/** A value that several texts hold together, and those texts. */
export interface JoinedHit {
  readonly hit: TextHit;
  readonly records: readonly IndexedRecord[];
}

/**
 * Values that only show when a segment's texts are read as one.
 *
 * What lies in one text was found there; and where a text holds a value by itself, joining it with its neighbour
 * (`jane@example.com` + `Edit`) would only spoil it.
 *
 * @param found what each record's text gave by itself
 */
export function joinedHits(
  segment: TextSegment,
  found: ReadonlyMap<IndexedRecord, readonly TextHit[]>,
  scan: (text: string) => readonly TextHit[],
): readonly JoinedHit[] {
  const pieces: { readonly record: IndexedRecord; readonly start: number; readonly end: number }[] = [];
  let text = '';
  for (const record of segment) {
    const output = record.output ?? '';
    pieces.push({ record, start: text.length, end: text.length + output.length });
    text += output;
  }
  const joined: JoinedHit[] = [];
  for (const hit of scan(text)) {
    const { span } = hit;
    if (!span) continue;
    const touched = pieces.filter((piece) => piece.start < span[1] && piece.end > span[0]);
    // Texts of one element stand side by side with nothing between them: what they make together is what is read.
    const isOneText = touched.every(({ record }) => record.node === touched[0]?.record.node);
    const spoiled =
      !isOneText &&
      touched.some(({ record, start }) => {
        return found.get(record)?.some((own) => {
          // What an org's own pattern finds in a piece says nothing about a built-in value that lies across.
          if (isCustomDetector(own.detector) && own.detector !== hit.detector) return false;
          // Four digits of an account number may pass for a telephone number: the stronger kind over all pieces is right.
          if (own.detector !== hit.detector && own.confidence < hit.confidence) return false;
          return own.span && own.span[0] + start < span[1] && own.span[1] + start > span[0];
        });
      });
    if (touched.length > 1 && !spoiled) joined.push({ hit, records: touched.map(({ record }) => record) });
  }
  return joined;
}
