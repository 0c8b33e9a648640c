/** One measured line: a ratio to a control of the same run, and the aim it has to keep. */
export interface BenchRow {
  readonly what: string;
  readonly ours: number;
  readonly control: number;
  /** Ratio ours / control; the aim is at most this. */
  readonly aim: number;
  readonly detail: Readonly<Record<string, number>>;
}

export interface BenchReport {
  readonly name: string;
  readonly control: string;
  readonly rows: readonly BenchRow[];
}

export function ratioOf(row: BenchRow): number {
  return row.ours / row.control;
}

export function missesAim(row: BenchRow): boolean {
  // A ratio that is no number was not measured: that is a miss, not a pass.
  return !(ratioOf(row) <= row.aim);
}

export function formatReport(report: BenchReport): string {
  const head = ['', 'ours (ms)', `${report.control} (ms)`, 'ratio', 'aim', '', ''];
  const lines = report.rows.map((row) => [
    row.what,
    row.ours.toFixed(1),
    row.control.toFixed(1),
    ratioOf(row).toFixed(2),
    `<= ${row.aim.toFixed(2)}`,
    missesAim(row) ? 'MISSED' : 'kept',
    Object.entries(row.detail)
      .map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(1)}`)
      .join(', '),
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const format = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [report.name, format(head), ...lines.map(format)].join('\n');
}
