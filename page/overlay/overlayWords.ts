import type { ExampleClick } from '../../core/protocol.ts';
import type { Treatment } from '../../core/treatment/treatment.ts';

type OverlayWord =
  | Treatment
  | 'rule'
  | 'default'
  | 'inherited'
  | 'notRead'
  | 'closedRoot'
  | 'sealedFrame'
  | `click.${ExampleClick}`;

/** Every word that is written onto a page, in the reader's language: the page script has no other texts. */
export type OverlayWords = Readonly<Record<`overlay.${OverlayWord}`, string>>;
