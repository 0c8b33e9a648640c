import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PanelToPage, PickTarget } from '../core/protocol.ts';
import { usePanel } from './PanelContext.ts';
import { TreatmentMark } from './parts/TreatmentMark.tsx';

const steps: Readonly<Record<string, PanelToPage['picker/step']['to']>> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
};

/** Ends of picking that the person brought about and needs no words for. */
const ownDoing: ReadonlySet<string> = new Set(['picked', 'left']);

/** While the picker is armed: what is under it, and all of its keys, so that it can be driven from here. */
export function PickerBar() {
  const { state, t } = usePanel();
  const { picker } = state;
  const bar = useRef<HTMLDivElement>(null);
  const armed = picker.armed.value;
  useLayoutEffect(() => {
    if (armed) bar.current?.focus();
  }, [armed]);
  const reason = picker.reason.value;
  if (!armed)
    return reason && !ownDoing.has(reason) ? <p class="picker-left quiet">{words(reason, t)}</p> : null;

  function onKeyDown(event: KeyboardEvent): void {
    const to = steps[event.key];
    if (to) picker.step(to);
    else if (event.key === 'Enter') picker.choose();
    else if (event.key === 'Escape') picker.disarm();
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
      onKeyDown={onKeyDown}
    >
      <div aria-live="polite">
        {picker.target.value ? <Target target={picker.target.value} /> : <p>{t('picker.start')}</p>}
      </div>
      <p class="picker-keys quiet">{t('picker.keys')}</p>
      {picker.seenByPage.value > 0 && (
        <p class="picker-seen">{t('picker.seen', { count: picker.seenByPage.value })}</p>
      )}
    </div>
  );
}

function words(reason: string, t: ReturnType<typeof usePanel>['t']): string {
  const key = `picker.reason.${reason}`;
  return t.has(key) ? t(key) : reason;
}

function Target({ target }: { readonly target: PickTarget }) {
  const { state, t } = usePanel();
  const rule = state.current.scan.value?.rules[target.rule];
  const because = rule
    ? t(target.inherited ? 'picker.inheritedRule' : 'picker.ownRule', { rule: rule.name })
    : t('picker.default');
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
      </div>
    </div>
  );
}
