import type { DescribedCell } from '../core/profiles/documented/describeMeasurement.ts';
import { measurementDays } from '../core/profiles/documented/doubtOldMeasurements.ts';
import { describedCellWords } from '../core/profiles/documented/measurementWords.ts';
import { LoadMeasurement } from './LoadMeasurement.tsx';
import { usePanel } from './PanelContext.ts';
import { ActionButton } from './parts/ActionButton.tsx';
import { Disclosure } from './parts/Disclosure.tsx';
import { Icon, type IconName } from './parts/Icon.tsx';
import { Notice } from './parts/Notice.tsx';
import { useMeasurement } from './useMeasurement.ts';

/** Which entries of a documented recorder's table were measured, when, and what contradicts the documentation. */
export function MeasuredBlock() {
  const { state, t } = usePanel();
  const { described } = useMeasurement();
  const { id, documentedRows } = state.session.profile.value;
  if (!documentedRows) return null;
  const isLoaded = state.settings.state.value?.measured.some(({ recorder }) => recorder === id) ?? false;
  if (!described)
    return (
      <div class="measured-block">
        <p class="quiet">{t('measured.none')}</p>
        <LoadMeasurement />
      </div>
    );
  const { measurement, cells, contradictions } = described;
  const { date, version, doubt } = measurement;
  const amount = { date, count: cells.length };
  return (
    <div class="measured-block" data-state="measured">
      <p>
        <strong>
          {version === undefined
            ? t('measured.summary', amount)
            : t('measured.summaryVersion', { ...amount, version })}
        </strong>
      </p>
      {doubt !== undefined && (
        <p class="problem-note" data-doubt={doubt}>
          {t(`measured.doubt.${doubt}`, { days: measurementDays })}
        </p>
      )}
      <Contradictions cells={contradictions} />
      <Disclosure class="why" label={<span class="link">{t('measured.all', { count: cells.length })}</span>}>
        <ul class="plain-list measured-cells">
          {cells.map((one) => (
            <CellLine key={idOf(one)} one={one} />
          ))}
        </ul>
      </Disclosure>
      <LoadMeasurement />
      {isLoaded && (
        <ActionButton
          small
          tone="quiet"
          action="forget-measurement"
          label={t('measured.forget')}
          onClick={() => state.settings.run('measured/change', { change: { kind: 'remove', recorder: id } })}
        />
      )}
    </div>
  );
}

/** Loud: what is trusted to be hidden and is not. */
function Contradictions({ cells }: { readonly cells: readonly DescribedCell[] }) {
  const { t } = usePanel();
  if (cells.length === 0) return <p class="quiet">{t('measured.agrees')}</p>;
  const isBad = cells.some(({ says }) => says === 'leaks');
  return (
    <Notice tone={isBad ? 'bad' : 'warn'} title={t('measured.contradictions', { count: cells.length })}>
      <ul class="plain-list measured-cells">
        {cells.map((one) => (
          <CellLine key={idOf(one)} one={one} />
        ))}
      </ul>
    </Notice>
  );
}

const icons: Readonly<Record<DescribedCell['says'], IconName>> = {
  leaks: 'alert',
  hides: 'question',
  'set-aside': 'question',
  tells: 'check',
  confirms: 'check',
};

function CellLine({ one }: { readonly one: DescribedCell }) {
  const { t } = usePanel();
  return (
    <li class="measured-cell" data-says={one.says}>
      <Icon name={icons[one.says]} />
      <span>{describedCellWords(one, t)}</span>
    </li>
  );
}

function idOf({ cell }: DescribedCell): string {
  return [cell.kind, cell.name, cell.state].join(' ');
}
