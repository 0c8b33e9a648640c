// A previewed change has to be found again by anybody who holds the org's key, on any machine, so it is written where
// every settings source keeps text: at the end of the rule's description. Only the push planner writes or reads it.
import { assertNever } from '../assertNever.ts';
import { type RuleContent, RuleScope } from '../rules/rule.ts';
import { canonicalField, type RuleField, ruleFields } from './compareRules.ts';
import { ruleLimits } from './ruleLimits.ts';

/** What a preview rule says about itself. `was`: the original's scope before. `to`: the scope once promoted. */
export type PreviewMarker =
  /** This rule is the edited twin of rule `of`. */
  | {
      readonly kind: 'twin';
      readonly of: string;
      readonly was: RuleScope;
      readonly to: RuleScope;
      /** The name was left as it is: no room for the suffix. */
      readonly nameKept: boolean;
      readonly print: string;
    }
  /** This rule is new and waits to reach scope `to`. */
  | { readonly kind: 'new'; readonly to: RuleScope }
  /** This rule is to be deleted; preview sessions do without it already. */
  | { readonly kind: 'delete'; readonly was: RuleScope; readonly print: string };

const printedFields = ruleFields.filter((field) => field !== 'scope');
const printLength = 8;
const markerStart = '[scrim-preview-';
const markerPattern =
  /^\[scrim-preview-(?:of:(?<of>[^\s\]]+)|(?<plain>new|delete))(?: was:(?<was>\w+))?(?: to:(?<to>\w+))?(?<kept> name:kept)?(?: print:(?<print>[0-9a-f]+))?\]\s*$/;

/** Takes a description apart into what a person wrote and the marker, when there is a whole one. */
export function readMarker(description: string | undefined): {
  readonly text: string;
  readonly marker: PreviewMarker | undefined;
} {
  const text = description ?? '';
  const start = text.lastIndexOf(markerStart);
  const found = start < 0 ? null : markerPattern.exec(text.slice(start));
  const marker = found?.groups && markerOf(found.groups);
  return marker ? { text: text.slice(0, start).trimEnd(), marker } : { text, marker: undefined };
}

/** The description with this marker, or without any; null when it does not fit. */
export function writeMarker(
  description: string | undefined,
  marker: PreviewMarker | undefined,
): string | null {
  const { text } = readMarker(description);
  if (!marker) return text;
  const whole = text === '' ? markerText(marker) : `${text} ${markerText(marker)}`;
  return whole.length <= ruleLimits.description ? whole : null;
}

/**
 * A print of a rule's content (all but its scope, which previewing changes, and its marker), one part per field.
 * It only tells that somebody changed the rule meanwhile; nobody has a reason to forge it.
 */
export function printOf(content: RuleContent): string {
  const plain = { ...content, description: readMarker(content.description).text };
  return printedFields.map((field) => shortHash(canonicalField(plain, field))).join('');
}

/** The fields in which a rule differs from the one that was printed. */
export function fieldsChangedSince(print: string, content: RuleContent): readonly RuleField[] {
  const now = printOf(content);
  const part = (text: string, at: number) => text.slice(at * printLength, (at + 1) * printLength);
  return printedFields.filter((_field, at) => part(print, at) !== part(now, at));
}

function markerText(marker: PreviewMarker): string {
  switch (marker.kind) {
    case 'twin': {
      const kept = marker.nameKept ? ' name:kept' : '';
      return `[scrim-preview-of:${marker.of} was:${marker.was} to:${marker.to}${kept} print:${marker.print}]`;
    }
    case 'new':
      return `[scrim-preview-new to:${marker.to}]`;
    case 'delete':
      return `[scrim-preview-delete was:${marker.was} print:${marker.print}]`;
    default:
      return assertNever(marker);
  }
}

function markerOf(groups: Record<string, string | undefined>): PreviewMarker | undefined {
  const was = scopeOf(groups.was);
  const to = scopeOf(groups.to);
  const print = groups.print;
  if (groups.of !== undefined) {
    if (!was || !to || !print) return undefined;
    return { kind: 'twin', of: groups.of, was, to, nameKept: groups.kept !== undefined, print };
  }
  if (groups.plain === 'new') return to && { kind: 'new', to };
  return was && print ? { kind: 'delete', was, print } : undefined;
}

function scopeOf(text: string | undefined): RuleScope | undefined {
  return Object.values(RuleScope).find((scope) => scope === text);
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(printLength, '0');
}
