import type { ContentKind, ContentPolicy, Effect, PolicyRow } from './contentPolicy.ts';
import type { MeasuredCell, Measurement } from './measuredPolicy.ts';

/** Rows of a recorder's table, and those for single attributes where it has them. */
export interface DocumentedRows {
  readonly rows: ContentPolicy;
  /** By name in lower case; undefined for one that goes by its kind. */
  readonly attributeRow?: ((name: string) => PolicyRow | undefined) | undefined;
}

/** The row that decides for a kind of content, or for one attribute. */
export function documentedRow(
  { rows, attributeRow }: DocumentedRows,
  { kind, name }: Pick<MeasuredCell, 'kind' | 'name'>,
): PolicyRow {
  return (name === undefined ? undefined : attributeRow?.(name)) ?? rows[kind];
}

/**
 * What is documented with what was measured laid over it, cell by cell. Nothing gets less careful by a measurement that
 * is in doubt, or by one that was made where the table said another thing (other options, another edition of it).
 */
export function withMeasurement(
  documented: DocumentedRows,
  measurement: Measurement | undefined,
): DocumentedRows {
  if (!measurement) return documented;
  const cells = measurement.cells.filter((cell) => isInForce(cell, documented, measurement));
  const rows: Record<ContentKind, PolicyRow> = { ...documented.rows };
  for (const cell of cells.filter(({ name }) => name === undefined))
    rows[cell.kind] = withCell(rows[cell.kind], cell);
  return { rows, attributeRow: attributeRows(documented, rows.attribute, cells) };
}

/** Whether a cell of a measurement replaces what is documented. */
export function isInForce(cell: MeasuredCell, documented: DocumentedRows, { doubt }: Measurement): boolean {
  const now = documentedRow(documented, cell)[cell.state];
  if (!relaxes(cell.effect, now)) return true;
  return doubt === undefined && now === cell.documented;
}

/** Whether less would be thought to leave than the table says. */
function relaxes(measured: Effect, documented: Effect): boolean {
  return measured !== 'send' && (documented === 'send' || documented === 'unknown');
}

function attributeRows(
  documented: DocumentedRows,
  general: PolicyRow,
  cells: readonly MeasuredCell[],
): DocumentedRows['attributeRow'] {
  const named = new Map<string, PolicyRow>();
  for (const cell of cells) {
    const { name } = cell;
    if (name === undefined) continue;
    const row = named.get(name) ?? documented.attributeRow?.(name) ?? general;
    named.set(name, withCell(row, cell));
  }
  if (named.size === 0) return documented.attributeRow;
  return (name) => named.get(name) ?? documented.attributeRow?.(name);
}

function withCell(row: PolicyRow, { state, effect }: MeasuredCell): PolicyRow {
  return { ...row, [state]: effect, measured: { ...row.measured, [state]: true } };
}
