import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import type { OutlinedTag } from '../../../core/handOver/outlineOf.ts';
import { sourceTag } from '../../../core/handOver/sourceTag.ts';
import type { Translate } from '../../../core/messages/translate.ts';
import { markInCode } from '../../../core/rules/markInCode.ts';
import type { DraftChange } from '../../../core/settings/draft.ts';
import type { DraftEffect } from '../../state/createEffectStore.ts';

/** As many places as a developer wants to see of one rule. */
const mostPlaces = 3;

/** Elements that the rule of a change decides itself, not what is inside them; the first few. */
export function nodesOfChange(change: DraftChange, after: CaptureScan): readonly number[] {
  const found: number[] = [];
  for (const { id, decision } of after.nodes) {
    const made = after.decisions[decision];
    if (made?.node === id && after.rules[made.winner]?.id === change.id) found.push(id);
    if (found.length === mostPlaces) break;
  }
  return found;
}

export interface AdviceRequest {
  readonly changes: readonly DraftChange[];
  readonly effect: DraftEffect;
  readonly outlines: ReadonlyMap<number, readonly OutlinedTag[]>;
  /** Name of the recorder. */
  readonly recorder: string;
  readonly t: Translate;
}

/**
 * The draft as advice to whoever owns the code: which mark to add to which element. A mark holds as long as the code
 * does, and a rename of a class cannot break it.
 */
export function adviceOf({ changes, effect, outlines, recorder, t }: AdviceRequest): string {
  const advice = changes.map((change) => {
    const { content } = change;
    if (!content) return [t('handOver.code.deleted', { rule: change.base?.name ?? change.id })];
    const head = t(`handOver.code.${content.action}`, { rule: content.name, selector: content.selector });
    const mark = markInCode(effect.after.rules, content.action);
    if (mark === undefined) return [head, t('handOver.code.noMark', { recorder })];
    // A mark does not wait for consent. Hiding more than asked for is safe, showing more is not.
    if (content.consent && content.action === 'unmask') return [head, t('handOver.code.consentUnmask')];
    const places = nodesOfChange(change, effect.after).map((node) => outlines.get(node) ?? []);
    return [
      head,
      t('handOver.code.add', { mark }),
      ...(content.consent ? [t('handOver.code.consentHide')] : []),
      ...places.filter((outline) => outline.length > 0).map((outline) => codeOf(outline, mark)),
    ];
  });
  return advice.map((lines) => lines.join('\n')).join('\n\n');
}

function codeOf(outline: readonly OutlinedTag[], mark: string): string {
  const last = outline.length - 1;
  return outline
    .map((tag, depth) => `${'  '.repeat(depth + 1)}${sourceTag(tag, depth === last ? mark : '')}`)
    .join('\n');
}
