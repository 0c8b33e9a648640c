import type { RootKind } from './pageSnapshot.ts';

/**
 * One node of a page on its way from the page to the worker that redacts it. Raw: it stays in memory, and nothing but
 * `redactSnapshot` reads it.
 */
export type RawNode = RawRoot | RawElement | RawText;

export interface RawRoot {
  readonly in: number;
  readonly root: RootKind;
  readonly quirks?: true;
}

export interface RawElement {
  readonly in: number;
  /** Lower-case local name. */
  readonly tag: string;
  readonly ns?: 'svg' | 'other';
  readonly attributes?: readonly (readonly [name: string, value: string])[];
  /** Type, value, and all chosen options a line each where there are several. */
  readonly control?: readonly [type: string, value: string, chosen?: string];
  readonly closed?: true;
  readonly unread?: string;
}

export interface RawText {
  readonly in: number;
  readonly kind: 'text' | 'comment';
  readonly text: string;
}

export function isRawElement(node: RawNode): node is RawElement {
  return 'tag' in node;
}

/** What a page says of itself beside its nodes. */
export interface RawHead {
  readonly url: string;
  readonly lang: string;
}
