import { defaultUrlRules, type UrlExclusion, type UrlPart, type UrlRule } from './urlRules.ts';

export interface RedactedUrl {
  readonly text: string;
  /** False: a rule may cut more, and nobody can tell; the text is the most that can leave. */
  readonly isCertain: boolean;
}

/** Longer addresses are not read by patterns. Browsers cut at 2 MB, servers at 8,000 characters. */
const maxLength = 8192;

type Span = readonly [from: number, to: number];

/**
 * An address as it is sent: what URL rules name is cut, names of parameters stay.
 *
 * What an exclusion with groups cuts, all it matches or the groups, is not documented: then nothing is cut for sure.
 */
export function redactUrl(url: string, rules: readonly UrlRule[] = defaultUrlRules): RedactedUrl {
  const parts = partsOf(url);
  const cut: Span[] = [];
  let isCertain = true;
  for (const rule of rules) {
    const holds = conditionOf(rule, url, parts);
    if (holds === false) continue;
    const { spans, isKnown } = spansOf(rule.exclude, url, parts);
    if (holds) cut.push(...spans);
    else if (spans.length > 0) isCertain = false;
    if (!isKnown) isCertain = false;
  }
  return { text: withoutSpans(url, cut), isCertain };
}

type Parts = Readonly<Record<UrlPart, Span>>;

/** `scheme://host/path?query#hash`, in offsets of the address. */
function partsOf(url: string): Parts {
  const hashAt = url.indexOf('#');
  const beforeHash = hashAt < 0 ? url.length : hashAt;
  const questionAt = url.indexOf('?');
  const beforeQuery = questionAt < 0 || questionAt > beforeHash ? beforeHash : questionAt;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(url)?.[0].length ?? 0;
  const slash = url.indexOf('/', scheme);
  const path = scheme === 0 ? 0 : slash < 0 || slash > beforeQuery ? beforeQuery : slash;
  return {
    host: [scheme, path],
    path: [path, beforeQuery],
    query: [Math.min(beforeQuery + 1, beforeHash), beforeHash],
    hash: [Math.min(beforeHash + 1, url.length), url.length],
  };
}

/** Whether the rule is for this address; null when that cannot be told. */
function conditionOf({ when }: UrlRule, url: string, parts: Parts): boolean | null {
  let isKnown = true;
  for (const { part, pattern } of when) {
    const matches = url.length > maxLength ? null : pattern?.matchesIn(url.slice(...parts[part]));
    if (!matches) isKnown = false;
    else if (matches.length === 0) return false;
  }
  return isKnown ? true : null;
}

function spansOf(exclude: readonly UrlExclusion[], url: string, parts: Parts) {
  const spans: Span[] = [];
  let isKnown = true;
  for (const exclusion of exclude) {
    const [from, to] = parts[exclusion.part];
    const text = url.slice(from, to);
    if ('params' in exclusion) spans.push(...valuesOf(text, exclusion.params, from));
    else {
      const matches = url.length > maxLength ? null : exclusion.pattern?.matchesIn(text);
      const isSure = matches && !exclusion.pattern?.hasGroups;
      if (!isSure && matches?.length !== 0) isKnown = false;
      if (isSure) spans.push(...matches.map(([start, end]): Span => [from + start, from + end]));
    }
  }
  return { spans: spans.filter(([start, end]) => end > start), isKnown };
}

function valuesOf(pairs: string, params: ReadonlySet<string>, offset: number): Span[] {
  const found: Span[] = [];
  let at = offset;
  for (const pair of pairs.split('&')) {
    const equals = pair.indexOf('=');
    if (equals >= 0 && params.has(pair.slice(0, equals))) found.push([at + equals + 1, at + pair.length]);
    at += pair.length + 1;
  }
  return found;
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  let kept = '';
  let at = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (from > at) kept += text.slice(at, from);
    at = Math.max(at, to);
  }
  return kept + text.slice(at);
}
