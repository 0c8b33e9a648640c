import { Icon, type IconName } from './Icon.tsx';

export interface ActionButtonProps {
  /** What it does, for tests and for whoever drives the panel from outside. */
  readonly action: string;
  readonly label: string;
  readonly onClick: () => unknown;
  readonly tone?: 'primary' | 'plain' | 'quiet';
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly disabled?: boolean;
}

/** A button with words. */
export function ActionButton(props: ActionButtonProps) {
  const { action, label, onClick, tone = 'plain', small = false, icon, disabled = false } = props;
  const classes = [
    'button',
    ...(tone === 'plain' ? [] : [`button-${tone}`]),
    ...(small ? ['button-small'] : []),
  ];
  return (
    <button
      type="button"
      class={classes.join(' ')}
      data-action={action}
      disabled={disabled}
      onClick={() => void onClick()}
    >
      {icon && <Icon name={icon} />}
      {label}
    </button>
  );
}
