import type { Translate } from '../../messages/translate.ts';
import type { DescribedCell } from './describeMeasurement.ts';
import { measurementDays } from './doubtOldMeasurements.ts';
import type { MeasuredCell } from './measuredPolicy.ts';
import type { MeasuredSummary } from './measuredSummary.ts';

/**
 * What was measured of a recorder, for a person: when and how much, what is in doubt, and each contradiction with the
 * documentation.
 */
export function measurementWords(summary: MeasuredSummary, t: Translate): readonly string[] {
  const { date, version, doubt, cells, setAside, contradictions } = summary;
  const amount = { date, count: cells };
  return [
    version === undefined
      ? t('measured.summary', amount)
      : t('measured.summaryVersion', { ...amount, version }),
    ...(doubt === undefined ? [] : [t(`measured.doubt.${doubt}`, { days: measurementDays })]),
    ...(doubt === undefined && setAside > 0 ? [t('measured.setAside', { count: setAside })] : []),
    contradictions.length === 0
      ? t('measured.agrees')
      : t('measured.contradictions', { count: contradictions.length }),
    ...contradictions.map(({ says, ...cell }) => describedCellWords({ cell, says }, t)),
  ];
}

/** `Attribute aria-label, masked: it is sent, though the documentation says it is not`. */
export function describedCellWords({ cell, says }: DescribedCell, t: Translate): string {
  const effect = t(`measured.effect.${cell.effect}`);
  return t(`measured.says.${says}`, { cell: cellWords(cell, t), effect });
}

/** `Attribute aria-label, masked`. */
export function cellWords(
  { kind, name, state }: Pick<MeasuredCell, 'kind' | 'name' | 'state'>,
  t: Translate,
): string {
  const content = t(`measured.content.${kind}`);
  const words = { content, state: t(`measured.state.${state}`) };
  return name === undefined ? t('measured.cell', words) : t('measured.cellNamed', { ...words, name });
}
