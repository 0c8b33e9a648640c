import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import { searchScan } from '../../../core/findings/findLeaks.ts';
import type { Seed } from './seedPage.ts';

/** What became of one planted value. */
export interface SeedVerdict {
  readonly seed: Seed;
  /** What is sent of the page holds it. */
  readonly isSent: boolean;
  readonly isFound: boolean;
  /** Found as what it is. */
  readonly isKindRight: boolean;
  /** Findings it was reported as: more than one is a value that was not grouped. */
  readonly findings: number;
}

/** Compares what the finder reports of a scan with what its records hold. */
export async function judgeSeeds(scan: CaptureScan, seeds: readonly Seed[]): Promise<SeedVerdict[]> {
  const sent = scan.records.flatMap(({ treatment, output }) =>
    (treatment === 'captured' || treatment === 'unknown') && output !== null ? [output] : [],
  );
  const all = sent.join('\n');
  const whole = new Set(sent.map((text) => text.trim()));
  const drafts = [...(await searchScan(scan, {})).values()].flatMap(({ key, kind }) =>
    kind.type === 'value' ? [{ bare: bare(key.slice(key.indexOf(':') + 1)), detector: kind.detector }] : [],
  );
  return seeds.map((seed) => {
    const own = bare(seed.value.written);
    const found = drafts.filter((draft) => isSame(draft.bare, own));
    const isPieces = seed.sent.length > 1;
    const isSent =
      seed.sent.every((text) => (isPieces ? whole.has(text) : all.includes(text))) ||
      (seed.orSent ?? []).some((text) => all.includes(text));
    return {
      seed,
      isSent,
      isFound: found.length > 0,
      isKindRight: found.some(({ detector }) => detector === seed.value.kind),
      findings: found.length,
    };
  });
}

/** One address of four numbers may begin another. */
const minWithin = 13;

/** The finder compares telephone numbers by their last digits, and may report a little more around a value. */
function isSame(found: string, planted: string): boolean {
  if (found.length < 7) return false;
  if (found === planted || (planted.endsWith(found) && /^\d+$/.test(found))) return true;
  return planted.length >= minWithin && found.includes(planted);
}

/** Letters and digits only: how it is written is no matter here. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => plainDigit(digit))
    .replace(/[^\p{L}\d]/gu, '')
    .toLowerCase();
}

function plainDigit(digit: string): string {
  let zero = digit.codePointAt(0) ?? 0;
  const code = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
