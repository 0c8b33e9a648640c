import type { VerdictLevel } from '../../findings/finding.ts';
import { type Markup, ownMarkup } from './markup.ts';

/** Shapes, so that colour is never the only sign: a cross in an octagon, a triangle, a tick in a circle. */
const shapes: Readonly<Record<VerdictLevel, string>> = {
  red: '<path class="sign-ground" d="M7 1h10l6 6v10l-6 6H7l-6-6V7z"/><path class="sign-line" d="M12 6.5v7M12 16.8v.7"/>',
  amber: '<path class="sign-ground" d="M12 1.8 23.2 22H.8z"/><path class="sign-line" d="M12 9v6M12 18v.6"/>',
  green:
    '<circle class="sign-ground" cx="12" cy="12" r="11"/><path class="sign-line" d="m7 12.4 3.4 3.4L17 8.8"/>',
};

/** Decorative: what it says stands in words beside it. */
export function levelSign(level: VerdictLevel): Markup {
  return ownMarkup(
    `<svg class="sign sign-${level}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes[level]}</svg>`,
  );
}

/** The patterns by which treatments are told apart, here and in the pictures. Once in a document. */
export const treatmentPatterns: Markup = ownMarkup(
  `<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="p-masked" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="p-masked-ground" width="6" height="6"/><circle class="p-masked" cx="3" cy="3" r="1.5"/></pattern>
<pattern id="p-excluded" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="p-excluded-ground" width="7" height="7"/><rect class="p-excluded" width="3" height="7"/></pattern>
<pattern id="p-unknown" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="p-unknown-ground" width="8" height="8"/><path class="p-unknown" d="M0 4h5"/></pattern>
</defs></svg>`,
);
