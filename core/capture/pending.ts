import type { Decision } from '../treatment/decision.ts';
import { documentStep } from './pathIndex.ts';

/** What a walk has still to visit. */
export interface Pending<N> {
  readonly node: N;
  readonly parent: number;
  /** '' for a root. Asked of the tree once: each question is a call into the DOM. */
  readonly tag: string;
  readonly parentTag: string;
  readonly decision: number;
  readonly inShadow: boolean;
  readonly inTemplate: boolean;
  readonly inFrame: boolean;
  /** A document or shadow root: matched as a whole before its elements are visited. */
  readonly isRoot: boolean;
  readonly step: string;
  readonly textsBefore: number;
  /** Levels above it, shadow roots not counted. */
  readonly depth: number;
}

/** What documents and shadow roots have in common. */
export const anyRoot = {
  tag: '',
  parentTag: '',
  inShadow: false,
  inTemplate: false,
  inFrame: false,
  isRoot: true,
  step: documentStep,
  textsBefore: 0,
  depth: 0,
} as const;

/** Where a late subtree hangs. */
export interface LatePlace {
  readonly parent: number;
  readonly parentTag: string;
  readonly inherited: Decision;
  readonly inShadow: boolean;
  readonly inFrame: boolean;
  readonly position: number;
  readonly siblings: number;
}
