import { useState } from 'preact/hooks';
import type { Finding } from '../../core/findings/finding.ts';
import { isCustomDetector } from '../../core/findings/isCustomDetector.ts';
import { kindWords } from '../../core/findings/kindWords.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import type { LeakGroup } from './groupFindings.ts';
import { LeakRow } from './LeakRow.tsx';
import { MaskAllForm } from './MaskAllForm.tsx';
import { useCommonStep } from './NextStepLine.tsx';
import { TagChips } from './TagChips.tsx';

/** A page may leak the same kind a thousand times: the first ones are shown, the rest on request. */
const firstRows = 12;

export interface LeakGroupProps {
  readonly group: LeakGroup;
  /** The level below the list it stands in. */
  readonly heading?: 'h2' | 'h3';
}

export function LeakGroupSection({ group, heading: Heading = 'h2' }: LeakGroupProps) {
  const { state, t } = usePanel();
  const [first] = group.findings;
  const step = useCommonStep(group.findings);
  const planned = state.maskAll.present.value;
  const key = `${group.key} ${Heading}`;
  const [all, setAll] = useState(false);
  const shown = all ? group.findings : group.findings.slice(0, firstRows);
  const rest = group.findings.length - shown.length;
  return (
    <section class="leak-group" data-kind={group.label}>
      <Heading class="leak-kind">
        {first ? kindWords(first.kind, t) : t(group.label)}
        {group.findings.length > 1 && <span class="count">{group.findings.length}</span>}
        <span class={`severity severity-${group.severity}`}>{t(`severity.${group.severity}`)}</span>
      </Heading>
      <div class="leak-group-line">
        <TagChips tags={group.tags} />
        {group.findings.length > 1 && planned?.key !== key && (
          <ActionButton
            small
            action="mask-all"
            label={t('maskAll.open', { count: group.findings.length })}
            onClick={() => state.maskAll.open(key, group.findings)}
          />
        )}
      </div>
      {first && !isOwn(first.kind) && <p class="why-line">{t(`risk.${group.severity}`)}</p>}
      {step !== '' && <p class="next-step">{step}</p>}
      {planned?.key === key && <MaskAllForm present={planned} />}
      <ul class="rows">
        {shown.map((finding) => (
          <LeakRow key={finding.id} finding={finding} shownTags={group.tags} shownStep={step} />
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

/** How bad an org's own pattern is, the org said; why, nobody here knows. */
function isOwn(kind: Finding['kind']): boolean {
  return kind.type === 'value' && isCustomDetector(kind.detector);
}
