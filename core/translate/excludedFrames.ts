import { isTraversal, parse, type Selector } from 'css-what';
import { coveringSelector } from '../matching/coveringSelector.ts';
import { longestReadSelector } from '../matching/requiredTokens.ts';
import { covers, isRegion } from './modelRules.ts';
import type { ModelRule, PrivacyModel } from './privacyModel.ts';
import { fitsInHas, ownSelector } from './selectorAlgebra.ts';

/** Elements that hold a page of their own. */
export const frameTags = 'iframe, frame, object';
const frameNames: ReadonlySet<string> = new Set(frameTags.split(', '));

export interface ExcludedFrames {
  /** Exclude rules that can match a frame, each with a selector that finds at least the frames it excludes. */
  readonly rules: readonly { readonly rule: ModelRule; readonly selector: string }[];
  /** Selectors of frames that are excluded by default, or because they are masked. */
  readonly others: readonly string[];
}

/** Frames whose page must be hidden although a target does not hide it with them. No selector holds a `:has()`. */
export function excludedFrames(model: PrivacyModel): ExcludedFrames {
  const masks = model.rules.filter((rule) => isRegion(rule) && covers(rule, 'text'));
  const reaches = model.reach.hosts && model.reach.frames && model.text !== 'mask';
  return {
    rules: framesOf(model.rules.filter(({ effect }) => effect === 'exclude')),
    others: [
      ...(reaches ? framesOf(masks).map(({ selector }) => selector) : []),
      ...(model.frames === 'never' ? ['iframe, frame'] : []),
      ...(model.media === 'all' ? ['object'] : []),
    ],
  };
}

function framesOf(rules: readonly ModelRule[]): ExcludedFrames['rules'] {
  return rules
    .filter(({ selector }) => canBeFrame(selector))
    .map((rule) => ({
      rule,
      selector: fitsInHas(rule) ? ownSelector(rule) : coveringSelector(rule.selector),
    }));
}

/** Whether a selector's subject can be a frame; true for what css-what cannot read. */
function canBeFrame(selector: string): boolean {
  if (selector.length > longestReadSelector) return true;
  try {
    return parse(selector).some(endsInFrame);
  } catch (error) {
    if (error instanceof Error) return true;
    throw error;
  }
}

function endsInFrame(parts: readonly Selector[]): boolean {
  const subject = parts.slice(parts.findLastIndex((part) => isTraversal(part)) + 1);
  return subject.every((part) => {
    if (part.type === 'tag') return frameNames.has(part.name.toLowerCase());
    const isChoice = part.type === 'pseudo' && (part.name === 'is' || part.name === 'where');
    return !isChoice || !Array.isArray(part.data) || part.data.some(endsInFrame);
  });
}
