import type { ComponentChildren } from 'preact';
import type { Translate } from '../../core/messages/translate.ts';
import type { Problem } from '../../core/protocol.ts';
import { Notice } from './Notice.tsx';

export interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly t: Translate;
  readonly actions?: ComponentChildren;
}

/** What happened, what it means for the data, what to do. A code without words says at least its code. */
export function ProblemNotice({ problem, t, actions }: ProblemNoticeProps) {
  const known = t.has(`problem.${problem.code}.what`);
  const base = known ? `problem.${problem.code}` : 'problem.other';
  return (
    <Notice tone="bad" title={t(`${base}.what`, { code: problem.code })} actions={actions}>
      <p>
        {t(`${base}.means`)} {t(`${base}.do`)}
      </p>
      {problem.detail !== undefined && <p class="quiet mono wrap">{problem.detail}</p>}
    </Notice>
  );
}
