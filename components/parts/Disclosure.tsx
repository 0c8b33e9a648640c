import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';

export interface DisclosureProps {
  readonly label: ComponentChildren;
  readonly children: ComponentChildren;
  readonly open?: boolean;
  readonly class?: string;
}

/** A button that shows and hides what follows it. */
export function Disclosure({ label, children, open = false, class: extra = '' }: DisclosureProps) {
  const [shown, setShown] = useState(open);
  const id = useId();
  return (
    <div class={`disclosure ${extra}`}>
      <button
        type="button"
        class="disclosure-button"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        {label}
        <Icon name="down" />
      </button>
      <div id={id} class="disclosure-body" hidden={!shown}>
        {shown && children}
      </div>
    </div>
  );
}
