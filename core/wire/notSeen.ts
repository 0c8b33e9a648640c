import type { Looking } from './lookIntoMessage.ts';
import { plantedForms } from './plantedForms.ts';
import type { WireNotSeen } from './wireReport.ts';

/**
 * What the simulation says the recorder sends, or may send, and nobody saw: by kind of value. Values that are not
 * searched for are left out.
 *
 * @param arrived indexes of the values that came in a message of the recorder
 */
export function notSeen(
  { planted, predicted }: Pick<Looking, 'planted' | 'predicted'>,
  arrived: ReadonlySet<number>,
): readonly WireNotSeen[] {
  const searched = new Set(plantedForms(planted).map(({ value }) => value));
  const found = new Map<string, WireNotSeen>();
  planted.forEach(({ kind }, value) => {
    const said = predicted[value];
    if (arrived.has(value) || !searched.has(value) || (said !== 'captured' && said !== 'unknown')) return;
    const count = (found.get(`${kind} ${said}`)?.count ?? 0) + 1;
    found.set(`${kind} ${said}`, { kind, predicted: said, count });
  });
  return [...found.values()];
}
