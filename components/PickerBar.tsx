import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelToPage, PickTarget } from '../core/protocol.ts';
import { usePanel } from './PanelContext.ts';
import { CheckFrameButton } from './parts/CheckFrameButton.tsx';
import { TreatmentMark } from './parts/TreatmentMark.tsx';

type Step = PanelToPage['picker/step']['to'];

const stepOfKey: Readonly<Record<string, Step>> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  n: 'next-match',
  N: 'next-match',
};

/** What is written on the keys. */
const keyCaps: readonly (readonly [cap: string, to: Step])[] = [
  ['\u2191', 'parent'],
  ['\u2193', 'child'],
  ['\u2190', 'previous'],
  ['\u2192', 'next'],
  ['N', 'next-match'],
];

/** Ends of picking that the person brought about and needs no words for. */
const ownDoing: ReadonlySet<string> = new Set(['picked', 'left']);

/** While the picker is armed: what is under it, and all of its keys, so that it can be driven from here. */
export function PickerBar() {
  const { state, t } = usePanel();
  const { picker } = state;
  const armed = picker.armed.value;
  const bar = useFocusWhile(armed);
  const reason = picker.reason.value;
  if (!armed)
    return reason && !ownDoing.has(reason) ? <p class="picker-left quiet">{words(reason, t)}</p> : null;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to = stepOfKey[event.key];
    if (to) picker.step(to);
    else if (event.key === 'Enter' && event.target === event.currentTarget) picker.choose();
    else return;
    event.preventDefault();
  }

  return (
    <div
      class="picker"
      ref={bar}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: takes the keyboard while picking; its keys are named in it
      tabIndex={0}
      role="application"
      aria-label={t('picker.label')}
      data-mode={picker.forExamples.value ? 'examples' : 'one'}
      onKeyDown={onKeyDown}
    >
      <div aria-live="polite">
        {picker.target.value ? (
          <Target target={picker.target.value} />
        ) : (
          <p>{t(picker.forExamples.value ? 'examples.start' : 'picker.start')}</p>
        )}
      </div>
      <PickerKeys />
      {picker.seenByPage.value > 0 && (
        <p class="picker-seen">{t('picker.seen', { count: picker.seenByPage.value })}</p>
      )}
      {state.overlayLost.value && <p class="picker-seen">{t('picker.noShield')}</p>}
    </div>
  );
}

/** The bar takes the keyboard while it is there, and gives it back to where it came from. */
function useFocusWhile(armed: boolean) {
  const bar = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (armed) {
      before.current = document.activeElement;
      bar.current?.focus();
      return;
    }
    const from = before.current;
    before.current = null;
    // Somebody who went elsewhere meanwhile stays there.
    if (from instanceof HTMLElement && from.isConnected && document.activeElement === document.body)
      from.focus();
  }, [armed]);
  return bar;
}

/** Every key as a button too: for whoever has no keyboard at hand, and to say what there is. */
function PickerKeys() {
  const { state, t } = usePanel();
  const { picker } = state;
  const key = (cap: string, name: string, act: () => void) => (
    // Out of the tab order: in the bar, the key itself does it.
    <button key={name} type="button" class="picker-key" tabIndex={-1} data-key={name} onClick={act}>
      <kbd>{cap}</kbd> {t(`picker.key.${name}`)}
    </button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press must not take the keyboard away from the bar
    <div class="picker-keys" onMouseDown={(event) => event.preventDefault()}>
      {keyCaps.map(([cap, to]) => key(cap, to, () => picker.step(to)))}
      {key('\u21b5', picker.forExamples.value ? 'example' : 'pick', picker.choose)}
      {key('Esc', picker.forExamples.value ? 'done' : 'leave', picker.disarm)}
    </div>
  );
}

function words(reason: string, t: ReturnType<typeof usePanel>['t']): string {
  const key = `picker.reason.${reason}`;
  return t.has(key) ? t(key) : reason;
}

function Target({ target }: { readonly target: PickTarget }) {
  const { state, t } = usePanel();
  const scan = state.current.scan.value;
  const rule = scan?.rules[target.rule];
  const because = rule
    ? t(target.inherited ? 'picker.inheritedRule' : 'picker.ownRule', { rule: rule.name })
    : t('picker.default');
  const unread = scan?.uninspected.find(({ node }) => node === target.node);
  return (
    <div class="picker-target">
      <TreatmentMark kind={target.treatment} />
      <div>
        <p>
          <strong class="mono">{target.label}</strong> {t(`treatment.${target.treatment}`)}
        </p>
        <p class="quiet">{because}</p>
        {target.doubts.map((doubt) => (
          <p key={doubt} class="quiet">
            {t(doubt)}
          </p>
        ))}
        <CheckFrameButton origin={unread?.origin} />
        {target.click && (
          <p class={`picker-click picker-click-${target.click}`}>{t(`examples.click.${target.click}`)}</p>
        )}
      </div>
    </div>
  );
}
