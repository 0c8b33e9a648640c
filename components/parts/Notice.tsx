import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export type NoticeTone = 'info' | 'warn' | 'bad' | 'good';

const icons: Record<NoticeTone, IconName> = {
  info: 'question',
  warn: 'question',
  bad: 'alert',
  good: 'check',
};

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** Something to know, in place: title, words, what can be done. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div class="notice-words">
        <strong>{title}</strong>
        {children}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </div>
  );
}
