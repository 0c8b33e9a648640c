import { Possible } from '../../treatment/treatment.ts';
import type { MaskFunction } from './settings.ts';

/** Where a function of the site decides what leaves. */
export const capturedOrMasked = Possible.captured | Possible.masked;

/** A text mask reaches text only: for everything else its element is as if it were captured. */
export function unmasked(possible: Possible): Possible {
  return possible & Possible.masked ? (possible & ~Possible.masked) | Possible.captured : possible;
}

/** What may become of a captured value that an option masks. */
export function maskedWhereCaptured(possible: Possible): Possible {
  return possible & Possible.captured ? (possible & ~Possible.captured) | Possible.masked : possible;
}

export function masking(mask: MaskFunction, text: string): string {
  return mask === 'unknown' ? '' : mask(text);
}
