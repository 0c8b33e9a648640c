import { parse, type Selector } from 'css-what';
import { longestReadSelector } from '../matching/requiredTokens.ts';
import type { ProfileEvidence } from '../profiles/profile.ts';

/** Whether a recorder understands a selector that the browser understands. */
export type RecorderAnswer = 'takes' | 'undocumented' | 'refuses';

export interface RecorderWord {
  readonly answer: RecorderAnswer;
  /** The pieces that the answer is about, as they are written: `:has`, `::before`. Empty when it takes all. */
  readonly pieces: readonly string[];
}

/** FullStory's own tools refuse rules of more targeted selectors (fullstory.md d: at most 2). */
export const maxParts = 2;

/**
 * Asked of every candidate, of every selector that is written, and of what is offered while it is. A recorder whose
 * code was read or run asks the browser itself (`element.matches`), so it takes what the browser takes. Of a recorder
 * that is documented only, tags, classes, ids and attributes are all that its examples show; which pseudo-classes and
 * how long lists it takes is not said (FullStory: https://help.fullstory.com/hc/en-us/articles/360020623574).
 */
export function recorderTakes(selector: string, evidence: Pick<ProfileEvidence, 'kind'>): RecorderWord {
  if (selector.length > longestReadSelector) return { answer: 'undocumented', pieces: [] };
  let parts: Selector[][];
  try {
    parts = parse(selector);
  } catch (error) {
    if (error instanceof Error) return { answer: 'refuses', pieces: [] };
    throw error;
  }
  // An element is never a pseudo-element: such a part hits nothing, whoever asks.
  const never = parts.filter((part) => part.some(({ type }) => type === 'pseudo-element'));
  if (never.length > 0) return { answer: 'refuses', pieces: piecesOf(never) };
  const pieces = evidence.kind === 'documented' ? piecesOf(parts) : [];
  const isLong = evidence.kind === 'documented' && parts.length > maxParts;
  return { answer: pieces.length > 0 || isLong ? 'undocumented' : 'takes', pieces };
}

/** Whether a recorder takes this pseudo-class, as far as anybody says. */
export function takesPseudoClasses(evidence: Pick<ProfileEvidence, 'kind'>): RecorderAnswer {
  return evidence.kind === 'documented' ? 'undocumented' : 'takes';
}

function piecesOf(parts: readonly (readonly Selector[])[]): string[] {
  const found = parts.flatMap((part) =>
    part.flatMap((token) => {
      if (token.type === 'pseudo-element') return [`::${token.name}`];
      return token.type === 'pseudo' ? [`:${token.name}`] : [];
    }),
  );
  return [...new Set(found)];
}
