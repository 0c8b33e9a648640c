import { type ReadonlySignal, signal } from '@preact/signals';
import type { PageToPanel, PanelToPage, PickTarget } from '../../core/protocol.ts';
import type { PageClient } from '../client.ts';

export interface PickerStore {
  readonly armed: ReadonlySignal<boolean>;
  /** It stays armed, and each click is one more example. */
  readonly forExamples: ReadonlySignal<boolean>;
  readonly target: ReadonlySignal<PickTarget | null>;
  /** Why it could not be armed or was left: a message key. */
  readonly reason: ReadonlySignal<string | null>;
  /** Events the page may have seen: pressed on it, or because something of the page was above the shield. */
  readonly seenByPage: ReadonlySignal<number>;
  toggle(): void;
  armForExamples(): void;
  disarm(): void;
  step(to: PanelToPage['picker/step']['to']): void;
  choose(): void;
}

export interface PickerDeps {
  readonly page: PageClient;
  readonly onPicked: (picked: PageToPanel['picker/picked']) => void;
  readonly signal: AbortSignal;
}

/** The picker works in the page; this is the panel's half, from which it can be driven by keyboard alone. */
export function createPickerStore({ page, onPicked, signal: abort }: PickerDeps): PickerStore {
  const armed = signal(false);
  const forExamples = signal(false);
  const target = signal<PickTarget | null>(null);
  const reason = signal<string | null>(null);
  const seenByPage = signal(0);

  function disarm(): void {
    if (armed.peek()) page.send({ type: 'picker/disarm', body: {} });
    armed.value = false;
    target.value = null;
  }

  function arm(examples: boolean): void {
    forExamples.value = examples;
    page.send({ type: 'picker/arm', body: { forExamples: examples } });
  }

  page.onState((state) => {
    if (state.kind === 'ready') return;
    armed.value = false;
    target.value = null;
  }, abort);

  page.onMessage((message) => {
    if (message.type === 'picker/armed') {
      armed.value = message.body.armed;
      reason.value = message.body.reason ?? null;
      seenByPage.value = message.body.seenByPage;
      if (!message.body.armed) target.value = null;
    } else if (message.type === 'picker/hover') {
      target.value = message.body.target;
    } else if (message.type === 'picker/picked') {
      armed.value = false;
      target.value = null;
      onPicked(message.body);
    }
  }, abort);

  return {
    armed,
    forExamples,
    target,
    reason,
    seenByPage,
    disarm,
    toggle() {
      if (armed.peek()) disarm();
      else arm(false);
    },
    armForExamples: () => arm(true),
    step: (to) => page.send({ type: 'picker/step', body: { to } }),
    choose: () => page.send({ type: 'picker/choose', body: {} }),
  };
}
