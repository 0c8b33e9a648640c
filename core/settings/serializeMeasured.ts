import type { MeasuredPolicy } from '../profiles/documented/measuredPolicy.ts';

/** `measured` of a rule file, in the order of its documentation; `readMeasured` gives the policy again. */
export function serializeMeasured(measured: MeasuredPolicy): readonly Record<string, unknown>[] {
  return measured.map(({ recorder, date, version, cells }) => ({
    recorder,
    date,
    ...(version === undefined ? {} : { version }),
    cells: cells.map(({ kind, name, state, effect, documented, evidence }) => ({
      kind,
      ...(name === undefined ? {} : { name }),
      state,
      effect,
      documented,
      evidence: { planted: evidence.planted, arrived: evidence.arrived, controls: evidence.controls },
    })),
  }));
}
