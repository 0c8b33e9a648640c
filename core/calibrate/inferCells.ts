import type { ContentKind, Effect } from '../profiles/documented/contentPolicy.ts';
import {
  type ContentState,
  contentStates,
  type MeasuredCell,
  type MeasuredEffect,
} from '../profiles/documented/measuredPolicy.ts';
import { undocumentedPolicy } from '../profiles/documented/undocumentedPolicy.ts';
import { type DocumentedRows, documentedRow } from '../profiles/documented/withMeasurement.ts';
import type { Calibration, UnmeasuredCell, UnmeasuredWhy } from './calibration.ts';
import type { HeardMessage } from './heardMessage.ts';
import { type Plant, type PlantedState, sentApart, ungoverned, unplantable } from './plantPlan.ts';

export interface Heard {
  readonly messages: readonly HeardMessage[];
  readonly planted: readonly PlantedState[];
  /** The value that was planted last. */
  readonly last: string;
  /** The value in the address. */
  readonly address: string;
  /** Plants that a rule of the recorder hits which the simulation does not know. */
  readonly contested: ReadonlySet<Plant>;
  /** Whether all rules that the recorder goes by are known. */
  readonly knowsRules: boolean;
  readonly rows: DocumentedRows;
}

/** One planted value: whether it arrived, and how many controls did in one message. */
interface Seen {
  readonly plant: Plant;
  readonly state: ContentState | null;
  readonly arrived: boolean;
  readonly controls: number;
  /** All controls that it has came in one message. */
  readonly isBorne: boolean;
}

/**
 * The cells of a recorder's table that what was heard decides. That a value arrived decides; that it did not, only where
 * its controls came together in a message, nothing stayed closed, and the value that was planted last has come.
 */
export function inferCells(heard: Heard): Calibration {
  const { messages, planted, rows } = heard;
  const seen = planted.map((one) => look(one, messages));
  const measured: MeasuredCell[] = [];
  const unmeasured: UnmeasuredCell[] = [];
  for (const group of groupsOf(seen, heard)) {
    const { kind, name, state, of } = group;
    const said = documentedRow(rows, group)[state];
    const cell = { kind, ...(name === undefined ? {} : { name }), state, documented: said };
    const found = judge(group, seen, { ...heard, said });
    if (typeof found === 'string' && !isEffect(found)) unmeasured.push({ ...cell, why: found });
    else measured.push({ ...cell, effect: found, evidence: evidenceOf(of) });
  }
  return {
    measured: [...measured, ...everyAttribute(measured, namesIn(seen).length, rows)],
    unmeasured,
    messages: messages.length,
    closed: messages.filter(({ isClosed }) => isClosed).length,
    isFlushed: isFlushed(heard),
  };
}

function isFlushed({ messages, last }: Heard): boolean {
  return messages.some((message) => holds(message, last));
}

function holds({ texts }: HeardMessage, value: string): boolean {
  return texts.some((text) => text.includes(value));
}

function look({ plant, state, section }: PlantedState, messages: readonly HeardMessage[]): Seen {
  const around = [section.before.value, section.after.value];
  // What is excluded is not there at all: only what is around it can come.
  const needed = state === 'excluded' ? around : [...around, plant.tag];
  const controls = Math.max(
    0,
    ...messages.map((message) => needed.filter((one) => holds(message, one)).length),
  );
  const arrived = messages.some((message) => holds(message, plant.value));
  return { plant, state, arrived, controls, isBorne: controls === needed.length };
}

const kinds = (Object.keys(undocumentedPolicy) as ContentKind[]).filter((kind) => kind !== 'attribute');

function namesIn(seen: readonly Seen[]): readonly string[] {
  return [...new Set(seen.flatMap(({ plant }) => plant.name ?? []))];
}

interface Group {
  readonly kind: ContentKind;
  readonly name?: string;
  readonly state: ContentState;
  readonly of: readonly Seen[];
  /** What was planted for it and is in no known state. */
  readonly isUncertain: boolean;
}

/** Every cell of the table, with what was planted for it. */
function groupsOf(seen: readonly Seen[], { contested, address, messages }: Heard): readonly Group[] {
  const cells = [
    ...kinds.map((kind) => ({ kind })),
    ...namesIn(seen).map((name) => ({ kind: 'attribute' as const, name })),
  ];
  return cells.flatMap((cell: { readonly kind: ContentKind; readonly name?: string }) =>
    contentStates.map((state): Group => {
      if (cell.kind === 'page-url')
        return { ...cell, state, of: [ofAddress(address, messages)], isUncertain: false };
      const all = seen.filter(({ plant }) => plant.kind === cell.kind && plant.name === cell.name);
      const usable = all.filter(({ plant }) => !contested.has(plant));
      return {
        ...cell,
        state,
        of: usable.filter((one) => one.state === state),
        isUncertain: all.some((one) => one.state === null) || usable.length < all.length,
      };
    }),
  );
}

/** The address belongs to no element. */
function ofAddress(value: string, messages: readonly HeardMessage[]): Seen {
  const plant: Plant = { tag: '', kind: 'page-url', form: 'paragraph', value };
  const arrived = messages.some((message) => holds(message, value));
  return { plant, state: null, arrived, controls: 0, isBorne: false };
}

function judge(
  { kind, of, isUncertain }: Group,
  seen: readonly Seen[],
  heard: Heard & { readonly said: Effect },
): MeasuredEffect | UnmeasuredWhy {
  const { said, messages, knowsRules } = heard;
  if (of.length === 0) return isUncertain && !unplantable.includes(kind) ? 'state-unknown' : 'not-planted';
  if (of.some(({ arrived }) => arrived)) return 'send';
  if (ungoverned.has(kind)) return 'absence-no-proof';
  if (messages.some(({ isClosed }) => isClosed)) return 'closed';
  if (!isFlushed(heard)) return 'not-flushed';
  const isShown = !sentApart.has(kind) || seen.some(({ plant, arrived }) => plant.kind === kind && arrived);
  if (!isShown || of.some(({ isBorne }) => !isBorne)) return 'no-control';
  if (!knowsRules) return 'rules-unknown';
  return said === 'nothing' ? 'nothing' : 'mask';
}

function isEffect(found: MeasuredEffect | UnmeasuredWhy): found is MeasuredEffect {
  return found === 'send' || found === 'mask' || found === 'nothing';
}

function evidenceOf(of: readonly Seen[]): MeasuredCell['evidence'] {
  return {
    planted: of.length,
    arrived: of.filter(({ arrived }) => arrived).length,
    controls: of.reduce((sum, { controls }) => sum + controls, 0),
  };
}

/** Of attributes that were not planted only this can be said: where every one that was did leave, they do. */
function everyAttribute(
  measured: readonly MeasuredCell[],
  planted: number,
  rows: DocumentedRows,
): readonly MeasuredCell[] {
  return contentStates.flatMap((state) => {
    const named = measured.filter((cell) => cell.kind === 'attribute' && cell.state === state);
    if (named.length === 0 || named.length < planted) return [];
    if (named.some(({ effect }) => effect !== 'send')) return [];
    const sum = (of: (cell: MeasuredCell) => number) => named.reduce((total, cell) => total + of(cell), 0);
    return [
      {
        kind: 'attribute' as const,
        state,
        effect: 'send' as const,
        documented: rows.rows.attribute[state],
        evidence: {
          planted: sum(({ evidence }) => evidence.planted),
          arrived: sum(({ evidence }) => evidence.arrived),
          controls: sum(({ evidence }) => evidence.controls),
        },
      },
    ];
  });
}
