import { useState } from 'preact/hooks';
import { usePanel } from '../PanelContext.ts';
import type { LeakGroup } from './groupFindings.ts';
import { LeakRow } from './LeakRow.tsx';

/** A page may leak the same kind a thousand times: the first ones are shown, the rest on request. */
const firstRows = 12;

export interface LeakGroupProps {
  readonly group: LeakGroup;
  /** The level below the list it stands in. */
  readonly heading?: 'h2' | 'h3';
}

export function LeakGroupSection({ group, heading: Heading = 'h2' }: LeakGroupProps) {
  const { t } = usePanel();
  const [all, setAll] = useState(false);
  const shown = all ? group.findings : group.findings.slice(0, firstRows);
  const rest = group.findings.length - shown.length;
  return (
    <section class="leak-group" data-kind={group.label}>
      <Heading class="leak-kind">
        {t(group.label)}
        {group.findings.length > 1 && <span class="count">{group.findings.length}</span>}
        <span class={`severity severity-${group.severity}`}>{t(`severity.${group.severity}`)}</span>
      </Heading>
      <ul class="rows">
        {shown.map((finding) => (
          <LeakRow key={finding.id} finding={finding} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          {t('list.showMore', { count: rest })}
        </button>
      )}
    </section>
  );
}
