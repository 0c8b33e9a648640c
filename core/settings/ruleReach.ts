// What makes a rule protect, or expose, more or less than another. Shared by the two questions that are asked about
// a change (which weakenings does it have, in which direction does it go), so that their answers cannot drift apart.
import { RuleAction, type RuleContent, RuleScope } from '../rules/rule.ts';
import { canonicalField } from './compareRules.ts';
import { trimSelector } from './trimSelector.ts';

/** How private each action is. An action this version does not know counts as the most private: losing it may lose most. */
const privacyRank: Readonly<Record<RuleAction, number>> = {
  [RuleAction.unmask]: 0,
  [RuleAction.mask]: 1,
  [RuleAction.exclude]: 2,
  [RuleAction.unspecified]: 3,
};

const liveScopes: Readonly<Record<RuleScope, boolean>> = {
  [RuleScope.all]: true,
  [RuleScope.live]: true,
  [RuleScope.preview]: false,
  [RuleScope.none]: false,
};

const previewScopes: Readonly<Record<RuleScope, boolean>> = {
  [RuleScope.all]: true,
  [RuleScope.live]: false,
  [RuleScope.preview]: true,
  [RuleScope.none]: false,
};

/** Does a rule of this scope take part in live visitors' sessions? */
export function reachesLive(scope: RuleScope): boolean {
  return liveScopes[scope];
}

/** Does a rule of this scope take part in preview sessions? */
export function reachesPreview(scope: RuleScope): boolean {
  return previewScopes[scope];
}

/** The scope that takes part in exactly these sessions. */
export function scopeFor(sessions: { readonly live: boolean; readonly preview: boolean }): RuleScope {
  if (sessions.live) return sessions.preview ? RuleScope.all : RuleScope.live;
  return sessions.preview ? RuleScope.preview : RuleScope.none;
}

export function isUnmask(content: RuleContent): boolean {
  return content.action === RuleAction.unmask;
}

export function isMorePrivate(a: RuleContent, b: RuleContent): boolean {
  return privacyRank[a.action] > privacyRank[b.action];
}

export function sameSelector(a: RuleContent, b: RuleContent): boolean {
  return canonicalField(a, 'selector') === canonicalField(b, 'selector');
}

/** Exceptions of `a` that `b` does not have. Compared as texts: what two selectors match is not knowable here. */
export function exceptionsBeyond(a: RuleContent, b: RuleContent): readonly string[] {
  const known = new Set(b.exceptions.map(trimSelector));
  return a.exceptions.filter((exception) => !known.has(trimSelector(exception)));
}

/** Platforms of `a` that `b` does not have. */
export function platformsBeyond(a: RuleContent, b: RuleContent): RuleContent['platforms'] {
  return a.platforms.filter((platform) => !b.platforms.includes(platform));
}
