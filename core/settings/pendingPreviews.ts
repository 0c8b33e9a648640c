import type { Rule, RuleContent, RuleSet } from '../rules/rule.ts';
import { type PreviewMarker, readMarker } from './previewMarker.ts';
import { ruleContentOf } from './ruleContentOf.ts';

/** A change that preview sessions have and live visitors do not, as it is found in the org's settings. */
export type PendingPreview =
  | {
      readonly kind: 'edit';
      readonly twin: Rule;
      /** Undefined: deleted meanwhile. */
      readonly original: Rule | undefined;
      readonly marker: Extract<PreviewMarker, { kind: 'twin' }>;
      /** What the original becomes. */
      readonly content: RuleContent;
    }
  | {
      readonly kind: 'new';
      readonly rule: Rule;
      readonly marker: Extract<PreviewMarker, { kind: 'new' }>;
      /** What the rule becomes. */
      readonly content: RuleContent;
    }
  | {
      readonly kind: 'delete';
      readonly rule: Rule;
      readonly marker: Extract<PreviewMarker, { kind: 'delete' }>;
    };

/** Added to a twin's name, where there is room. */
export const twinNameSuffix = ' (preview)';

/** All previews in these settings, whoever made them. */
export function pendingPreviews(ruleSet: RuleSet): readonly PendingPreview[] {
  return ruleSet.rules.flatMap((rule): readonly PendingPreview[] => {
    const { marker } = readMarker(rule.description);
    switch (marker?.kind) {
      case 'twin': {
        const original = ruleSet.rules.find((other) => other.id === marker.of);
        return [{ kind: 'edit', twin: rule, original, marker, content: promotedTwin(rule, marker) }];
      }
      case 'new':
        return [{ kind: 'new', rule, marker, content: plainContent(rule, { scope: marker.to }) }];
      case 'delete':
        return [{ kind: 'delete', rule, marker }];
      default:
        return [];
    }
  });
}

/** The rule's content without its marker, with these fields replaced. */
export function plainContent(rule: Rule, replaced: Partial<RuleContent>): RuleContent {
  return ruleContentOf({ ...rule, description: readMarker(rule.description).text, ...replaced });
}

function promotedTwin(twin: Rule, marker: Extract<PreviewMarker, { kind: 'twin' }>): RuleContent {
  const suffixed = !marker.nameKept && twin.name.endsWith(twinNameSuffix);
  const name = suffixed ? twin.name.slice(0, -twinNameSuffix.length) : twin.name;
  return plainContent(twin, { name, scope: marker.to });
}
