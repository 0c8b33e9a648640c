import { useState } from 'preact/hooks';
import type { CustomDetector } from '../../core/leakSettings/leakSettings.ts';
import { TagChips } from '../leaks/TagChips.tsx';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { DetectorForm } from './DetectorForm.tsx';
import { draftOfDetector, emptyDetector } from './detectorDraft.ts';

/** The patterns that the org wrote itself: beside its rules, and like them as data. */
export function DetectorsSection() {
  const { state, t } = usePanel();
  /** Name of the one that is edited; '' for a new one. */
  const [edited, setEdited] = useState<string | null>(null);
  const detectors = state.leakSettings.dated.value?.settings.detectors ?? [];
  const close = () => setEdited(null);
  return (
    <section class="detectors" aria-label={t('detectors.title')}>
      <div class="detectors-bar">
        <h2 class="section-title">
          {t('detectors.title')} <span class="count">{detectors.length}</span>
        </h2>
        <ActionButton
          small
          action="new-detector"
          icon="plus"
          label={t('detectors.new')}
          onClick={() => setEdited('')}
        />
      </div>
      <p class="quiet">{t('detectors.quiet')}</p>
      {edited === '' && <DetectorForm start={emptyDetector} onDone={close} />}
      <ul class="rows">
        {detectors.map((detector) =>
          edited === detector.name ? (
            <li key={detector.name}>
              <DetectorForm start={draftOfDetector(detector)} replaces={detector.name} onDone={close} />
            </li>
          ) : (
            <DetectorRow key={detector.name} detector={detector} onEdit={() => setEdited(detector.name)} />
          ),
        )}
      </ul>
    </section>
  );
}

interface DetectorRowProps {
  readonly detector: CustomDetector;
  readonly onEdit: () => void;
}

function DetectorRow({ detector: { name, pattern, severity, tags }, onEdit }: DetectorRowProps) {
  const { state, t } = usePanel();
  return (
    <li class="detector" data-detector={name}>
      <p class="hazard-line">
        <span class="hazard-name">{name}</span>
        <span class={`severity severity-${severity}`}>{t(`severity.${severity}`)}</span>
      </p>
      <p class="path mono" title={pattern}>
        {pattern}
      </p>
      <TagChips tags={tags} />
      <div class="actions">
        <ActionButton small action="edit-detector" label={t('detectors.edit')} onClick={onEdit} />
        <ActionButton
          small
          tone="quiet"
          action="remove-detector"
          label={t('detectors.remove')}
          onClick={() => state.leakSettings.change({ kind: 'remove-detector', name })}
        />
      </div>
    </li>
  );
}
