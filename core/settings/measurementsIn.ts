import { WireError } from './wireError.ts';

/**
 * The measurements of a file that holds some: a rule file of Scrim's own form, or what `scrim calibrate --json` printed.
 * They are not read yet (`readMeasured`).
 *
 * @throws {WireError} when there is none in it
 */
export function measurementsIn(json: unknown): readonly unknown[] {
  const measured =
    typeof json === 'object' && json !== null && Object.hasOwn(json, 'measured')
      ? (json as { readonly measured: unknown }).measured
      : undefined;
  const entries = Array.isArray(measured) ? measured : measured === undefined ? [] : [measured];
  if (entries.length === 0) throw new WireError('$.measured', 'there is no measurement in this file');
  return entries;
}
