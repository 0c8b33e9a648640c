import type { IndexedRecord, NodeEntry } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import { documentStep, shadowStep } from '../capture/pathIndex.ts';
import type { RecordingPart } from '../protocol.ts';
import type { ActiveRule } from '../rules/activeRule.ts';
import { RuleAction } from '../rules/rule.ts';
import type { Decision } from '../treatment/decision.ts';
import { Treatment, treatmentOf } from '../treatment/treatment.ts';

/** What hazards ask about a page again and again. Everything comes from the scan. */
export interface HazardPage {
  /** It grows with a recording, but for its records: those are read once. */
  readonly scan: CaptureScan;
  entryOf(node: number): NodeEntry | undefined;
  /** Lower-case name of an element; `#document` and `#shadow-root` for roots. */
  tagOf(node: number): string;
  /** The node itself first, then what it is in, through shadow hosts and frames, up to the top document. */
  upFrom(node: number): Generator<NodeEntry>;
  /** The document or shadow root that a node stands in, or is. */
  rootOf(node: number): NodeEntry | undefined;
  decisionOf(of: { readonly decision: number }): Decision | undefined;
  /** The treatment that was decided for the element, whatever becomes of the one record. */
  stateOf(of: { readonly decision: number }): Treatment;
  /** The rule that decided; undefined for the recorder's default. */
  winnerOf(of: { readonly decision: number }): ActiveRule | undefined;
  /**
   * Whether people take this for masked: its element is, or a mask rule hits the very element and does nothing.
   *
   * @returns index of the rule they trust, -1 for the default; undefined when nothing masks here
   */
  maskOver(record: Pick<IndexedRecord, 'node' | 'decision'>): number | undefined;
  /** What is sent of one of `indexedAttributes`, as it is written; undefined when it is not sent. */
  attributeOf(node: number, name: string): string | undefined;
  /** `password`, `checkbox`, `textarea`, ...; '' for what is no control. */
  controlTypeOf(node: number): string;
  /** Whether anything was recorded after the first look, or will be. */
  hasChanges(): boolean;
  /** Whether the recorder masks what is typed into ordinary fields, at least somewhere on this page. */
  masksFields(): boolean;
  /** What was recorded since. */
  add(part: RecordingPart): void;
}

/** Attributes that say what kind of element it is. */
const indexedAttributes = new Set(['type', 'name', 'property', 'contenteditable', 'autocomplete']);
const controlTags = new Set(['input', 'textarea', 'select', 'button']);
/** What is masked in these says nothing about other fields. */
const specialTypes = new Set([
  'password',
  'hidden',
  'submit',
  'button',
  'reset',
  'checkbox',
  'radio',
  'file',
]);

/** @param goesOn what a recording writes down later will be added */
export function createHazardPage(first: CaptureScan, goesOn: boolean): HazardPage {
  const nodes = [...first.nodes];
  const decisions = [...first.decisions];
  const fields = [...first.fields];
  const scan: CaptureScan = { ...first, nodes, decisions, fields };
  const entries = new Map(scan.nodes.map((entry) => [entry.id, entry]));
  const fieldTypes = new Map(scan.fields.map(({ node, type }) => [node, type]));
  let attributes: Map<string, string> | undefined;
  let masks: boolean | undefined;
  let roots: Map<number, NodeEntry> | undefined;
  /** Steps repeat: a page has a few hundred different ones. */
  const tags = new Map<string, string>();

  const decisionOf: HazardPage['decisionOf'] = ({ decision }) => scan.decisions[decision];

  function tagOf(node: number): string {
    const step = entries.get(node)?.step ?? '';
    let tag = tags.get(step);
    if (tag === undefined) {
      tag = isRoot({ step }) ? step : (step.split(':', 1)[0] ?? '').toLowerCase();
      tags.set(step, tag);
    }
    return tag;
  }

  function rootOf(node: number): NodeEntry | undefined {
    roots ??= indexRoots(nodes, new Map());
    return roots.get(node);
  }

  function* upFrom(node: number): Generator<NodeEntry> {
    for (let entry = entries.get(node); entry; entry = entries.get(entry.parent)) yield entry;
  }

  function stateOf(of: { readonly decision: number }): Treatment {
    const decision = decisionOf(of);
    return decision ? treatmentOf(decision.possible) : Treatment.unknown;
  }

  function winnerOf(of: { readonly decision: number }): ActiveRule | undefined {
    return scan.rules[decisionOf(of)?.winner ?? -1];
  }

  function maskOver({ node, decision: index }: Pick<IndexedRecord, 'node' | 'decision'>): number | undefined {
    const decision = scan.decisions[index];
    if (!decision) return undefined;
    if (treatmentOf(decision.possible) === Treatment.masked) return decision.winner;
    if (decision.node !== node || treatmentOf(decision.possible) !== Treatment.captured) return undefined;
    if (scan.rules[decision.winner]?.action === RuleAction.unmask) return undefined;
    return decision.losers.find((rule) => scan.rules[rule]?.action === RuleAction.mask);
  }

  function attributeOf(node: number, name: string): string | undefined {
    attributes ??= indexAttributes(first.records, new Map());
    return attributes.get(`${node} ${name}`);
  }

  function controlTypeOf(node: number): string {
    const tag = tagOf(node);
    if (!controlTags.has(tag)) return '';
    const known = fieldTypes.get(node);
    if (known !== undefined) return known.toLowerCase();
    if (tag !== 'input') return tag;
    return (attributeOf(node, 'type') ?? 'text').toLowerCase();
  }

  function masksFields(): boolean {
    masks ??= first.records.some(isMaskedField);
    return masks;
  }

  function isMaskedField({ channel, name, node, treatment }: IndexedRecord): boolean {
    if (channel !== 'value' || name !== undefined || treatment !== Treatment.masked) return false;
    return !specialTypes.has(controlTypeOf(node));
  }

  function add(part: RecordingPart): void {
    for (const decision of part.decisions ?? []) decisions.push(decision);
    for (const entry of part.nodes ?? []) {
      nodes.push(entry);
      entries.set(entry.id, entry);
    }
    if (roots) indexRoots(part.nodes ?? [], roots);
    for (const field of part.fields ?? []) {
      fields.push(field);
      fieldTypes.set(field.node, field.type);
    }
    attributes ??= indexAttributes(first.records, new Map());
    indexAttributes(part.records ?? [], attributes);
    masks ||= part.records?.some(isMaskedField) || undefined;
  }

  return {
    scan,
    entryOf: (node) => entries.get(node),
    tagOf,
    upFrom,
    rootOf,
    decisionOf,
    stateOf,
    winnerOf,
    maskOver,
    attributeOf,
    controlTypeOf,
    hasChanges: () => goesOn || first.records.at(-1)?.moment === 'mutation',
    masksFields,
    add,
  };
}

/** The last one sent of each: a type may have changed. */
function indexAttributes(records: readonly IndexedRecord[], found: Map<string, string>): Map<string, string> {
  for (const { channel, name, node, output } of records) {
    if (channel !== 'attribute' || name === undefined || output === null) continue;
    const lower = name.toLowerCase();
    if (indexedAttributes.has(lower)) found.set(`${node} ${lower}`, output);
  }
  return found;
}

function isRoot({ step }: Pick<NodeEntry, 'step'>): boolean {
  return step === documentStep || step === shadowStep;
}

/** Parents come before their children. */
function indexRoots(nodes: readonly NodeEntry[], roots: Map<number, NodeEntry>): Map<number, NodeEntry> {
  for (const entry of nodes) {
    const root = isRoot(entry) ? entry : roots.get(entry.parent);
    if (root) roots.set(entry.id, root);
  }
  return roots;
}
