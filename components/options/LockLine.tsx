import { useRef, useState } from 'preact/hooks';
import type { Translate } from '../../core/messages/translate.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useFocusWhenLost } from '../parts/useFocusWhenLost.ts';
import type { OptionsState } from './createOptionsState.ts';

interface LockProps {
  readonly state: OptionsState;
  readonly t: Translate;
}

/** Locked: whatever was remembered is not used; a click on this page is all it takes to use it again. */
export function LockLine({ state, t }: LockProps) {
  const locked = state.isLocked.value;
  const hasKey = [...state.statuses.value.values()].some(({ key }) => key !== 'missing');
  if (!locked && !hasKey) return null;
  return (
    <div class="lock-line" data-keys={locked ? 'locked' : 'open'}>
      <p class="quiet">{t(locked ? 'options.lockedMeans' : 'options.lockMeans')}</p>
      <div class="actions">
        <ActionButton
          small
          tone={locked ? 'primary' : 'plain'}
          action={locked ? 'unlock' : 'lock'}
          label={t(locked ? 'options.unlock' : 'options.lock')}
          onClick={() => state.changeKeys(locked ? 'unlock' : 'lock')}
        />
        <ForgetAll state={state} t={t} />
      </div>
    </div>
  );
}

/** Two clicks: every key has to be made or found again after it. */
function ForgetAll({ state, t }: LockProps) {
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  useFocusWhenLost(String(asked), () => place.current?.querySelector<HTMLElement>('button'));
  const forget = async () => {
    await state.changeKeys('forget-all');
    setAsked(false);
  };
  return (
    <span class="actions" ref={place}>
      {asked ? (
        <>
          <ActionButton small action="forget-all-now" label={t('options.forgetAllNow')} onClick={forget} />
          <ActionButton
            small
            tone="quiet"
            action="forget-none"
            label={t('options.keepKeys')}
            onClick={() => setAsked(false)}
          />
        </>
      ) : (
        <ActionButton
          small
          tone="quiet"
          action="forget-all"
          label={t('options.forgetAll')}
          onClick={() => setAsked(true)}
        />
      )}
    </span>
  );
}
