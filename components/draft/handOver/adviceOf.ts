import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import { firstHits } from '../../../core/capture/firstHits.ts';
import type { MarkEffect } from '../../../core/handOver/markEffect.ts';
import type { OutlinedTag } from '../../../core/handOver/outlineOf.ts';
import { sourceTag } from '../../../core/handOver/sourceTag.ts';
import type { Translate } from '../../../core/messages/translate.ts';
import { markInCode } from '../../../core/rules/markInCode.ts';
import { visibleSelector } from '../../../core/selectors/visibleSelector.ts';
import type { DraftChange } from '../../../core/settings/draft.ts';
import type { DraftEffect } from '../../state/createEffectStore.ts';

/** As many places as a developer wants to see of one rule. */
const mostPlaces = 3;

/** Elements that the rule of a change hits itself, whether it decides there or not; the first few. */
export function nodesOfChange(change: DraftChange, after: CaptureScan): readonly number[] {
  const rule = after.rules.findIndex(({ id }) => id === change.id);
  return firstHits(after, new Set([rule].filter((index) => index >= 0)), mostPlaces).get(rule) ?? [];
}

export interface AdviceRequest {
  readonly changes: readonly DraftChange[];
  readonly effect: DraftEffect;
  readonly outlines: ReadonlyMap<number, readonly OutlinedTag[]>;
  /** Name of the recorder. */
  readonly recorder: string;
  /** What the recorder does with an element that has this mark; null where it cannot be tried. */
  readonly effectOf: (mark: string) => MarkEffect | null;
  readonly t: Translate;
}

/**
 * The draft as advice to whoever owns the code: which mark to add to which element. A mark holds as long as the code
 * does, and a rename of a class cannot break it.
 */
export function adviceOf(request: AdviceRequest): string {
  const { changes, effect, outlines, recorder, t } = request;
  const advice = changes.map((change) => {
    const { content } = change;
    if (!content) return [t('handOver.code.deleted', { rule: change.base?.name ?? change.id })];
    const head = t(`handOver.code.${content.action}`, {
      rule: content.name,
      selector: visibleSelector(content.selector),
    });
    const mark = markInCode(effect.after.rules, content.action);
    if (mark === undefined) return [head, t('handOver.code.noMark', { recorder })];
    // A mark does not wait for consent. Hiding more than asked for is safe, showing more is not.
    if (content.consent && content.action === 'unmask') return [head, t('handOver.code.consentUnmask')];
    const places = nodesOfChange(change, effect.after).map((node) => outlines.get(node) ?? []);
    return [
      head,
      t('handOver.code.add', { mark }),
      ...(content.consent ? [t('handOver.code.consentHide')] : []),
      ...(content.action === 'unmask' ? [] : doubtsOf(mark, places, request)),
      ...places.filter((outline) => outline.length > 0).map((outline) => codeOf(outline, mark)),
    ];
  });
  return advice.map((lines) => lines.join('\n')).join('\n\n');
}

const controls: ReadonlySet<string> = new Set(['input', 'textarea', 'select']);

/** Where the mark does less than it says: tried with the recorder as it is configured. */
function doubtsOf(
  mark: string,
  places: readonly (readonly OutlinedTag[])[],
  { effectOf, recorder, t }: AdviceRequest,
): readonly string[] {
  const tried = effectOf(mark);
  if (!tried) return [t('handOver.code.unsure', { recorder })];
  const isField = (outline: readonly OutlinedTag[]) => controls.has(outline.at(-1)?.tag ?? '');
  const treatments = [
    ...(places.some(isField) ? [tried.value] : []),
    ...(places.every(isField) && places.length > 0 ? [] : [tried.text]),
  ];
  if (places.some(isField) && tried.value === 'captured') return [t('handOver.code.notTyped', { recorder })];
  if (treatments.includes('captured')) return [t('handOver.code.nothing', { recorder })];
  return treatments.includes('unknown') ? [t('handOver.code.unsure', { recorder })] : [];
}

function codeOf(outline: readonly OutlinedTag[], mark: string): string {
  const last = outline.length - 1;
  return outline
    .map((tag, depth) => `${'  '.repeat(depth + 1)}${sourceTag(tag, depth === last ? mark : '')}`)
    .join('\n');
}
