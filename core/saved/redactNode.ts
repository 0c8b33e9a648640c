import type { FieldClass } from '../fields/fieldFacts.ts';
import type { SightedRecord } from '../findings/createFindingBuilder.ts';
import { stateAttributes } from './attributeRules.ts';
import { stateShape } from './hiddenTest.ts';
import { isHiddenShape, type NameKeeper } from './nameShape.ts';
import type { HiddenValue, SavedAttribute, SavedControl, SnapshotNode } from './pageSnapshot.ts';
import { isRawElement, type RawElement, type RawNode, type RawText } from './rawSnapshot.ts';
import { keptAttributeName, keptTag, redactAttribute } from './redactAttribute.ts';

export interface NodeRedactor {
  readonly nodes: readonly RawNode[];
  readonly keeper: NameKeeper;
  /** Numbers of the values that were found, by `placeKey`. */
  readonly foundAt: ReadonlyMap<string, ReadonlySet<number>>;
  /** What fields are for, by the index of their node. */
  readonly classOf: ReadonlyMap<number, FieldClass>;
}

/** One piece of content of one node. */
export function placeKey({ node, channel, name, part }: Place): string {
  return `${node} ${channel} ${name ?? ''} ${part ?? 0}`;
}

type Place = Pick<SightedRecord, 'node' | 'channel' | 'name' | 'part'>;

const checkable = new Set(['checkbox', 'radio']);
const chosen = new Set(['input', 'option']);

/** Asked for every node of a page, in order: what is kept of it. */
export function createNodeRedactor({ nodes, keeper, foundAt, classOf }: NodeRedactor) {
  const counts = new Map<string, number>();
  const tags = new Map<string, string>();

  function valuesAt(place: Place): { readonly values: readonly number[] } | undefined {
    const found = foundAt.get(placeKey(place));
    return found ? { values: [...found] } : undefined;
  }

  /** Texts are told by their number among those of their element; the content of a template counts as its own. */
  function redactText({ in: parent, kind, text }: RawText): SnapshotNode {
    const above = nodes[parent];
    const node = above && 'root' in above && above.root === 'content' ? above.in : parent;
    const counted = `${node} ${kind}`;
    const part = (counts.get(counted) ?? 0) + 1;
    counts.set(counted, part);
    const values = valuesAt({ node, channel: kind, part });
    if (kind === 'comment') return { in: parent, text: 'comment', ...values };
    return { in: parent, text: text.trim() === '' ? 'blank' : 'text', ...values };
  }

  function redactElement(element: RawElement, node: number): SnapshotNode {
    const { in: parent, tag, ns, closed, unread } = element;
    const shape = keptTag(tag, keeper);
    const isHidden = isHiddenShape(shape);
    const { attributes, hiddenNames } = redactAttributes(element, node);
    const control = redactControl(element, node);
    const field = classOf.get(node);
    return {
      in: parent,
      tag: isHidden ? placeholder(tag) : tag,
      ...(isHidden ? { hiddenTag: shape } : undefined),
      ...(ns ? { ns } : undefined),
      ...(attributes.length > 0 ? { attributes } : undefined),
      ...(hiddenNames.length > 0 ? { hiddenNames } : undefined),
      ...(control ? { control } : undefined),
      ...(control ? { field: field ?? 'none' } : undefined),
      ...(closed ? { closed } : undefined),
      ...(unread === undefined ? undefined : { unread }),
    };
  }

  function placeholder(tag: string): string {
    const known = tags.get(tag) ?? `hidden-${tags.size + 1}`;
    tags.set(tag, known);
    return known;
  }

  function redactAttributes({ tag, attributes = [] }: RawElement, node: number) {
    const kept: SavedAttribute[] = [];
    const hiddenNames: string[] = [];
    for (const [name, value] of attributes) {
      if (chosen.has(tag) && stateAttributes.has(name)) {
        hiddenNames.push(stateShape);
        continue;
      }
      const found = valuesAt({ node, channel: 'attribute', name });
      const shape = keptAttributeName(name, keeper);
      if (isHiddenShape(shape)) {
        hiddenNames.push(shape);
        // The name is gone; what was found in the value still leaves the page with it.
        if (found) kept.push([`hidden-${hiddenNames.length}`, found]);
      } else kept.push([name, withFound(redactAttribute(name, value, keeper), found)]);
    }
    return { attributes: kept, hiddenNames };
  }

  function redactControl({ control }: RawElement, node: number): SavedControl | undefined {
    if (!control) return undefined;
    const [type, value] = control;
    const filled = value !== '' && type !== 'select' && !checkable.has(type);
    return { type, ...(filled ? { filled } : undefined), ...valuesAt({ node, channel: 'value' }) };
  }

  return (node: RawNode, index: number): SnapshotNode => {
    if ('root' in node) return node;
    return isRawElement(node) ? redactElement(node, index) : redactText(node);
  };
}

/** Where a detector finds something, nothing of the value is kept, whatever it is made of. */
function withFound(
  value: string | HiddenValue,
  found: { readonly values: readonly number[] } | undefined,
): string | HiddenValue {
  return found ?? value;
}
