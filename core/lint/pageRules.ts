import type { CaptureScan } from '../capture/captureScan.ts';
import { documentStep, shadowStep } from '../capture/pathIndex.ts';
import { meaningsOfFields } from '../fields/meaningsOfFields.ts';
import { minFieldConfidence } from '../findings/fieldSightings.ts';
import { choicesSent } from '../hazards/choicesSent.ts';
import type { Hazard } from '../hazards/hazard.ts';
import { createHazardPage, type HazardPage } from '../hazards/hazardPage.ts';
import { unmaskBeaten } from '../hazards/unmaskBeaten.ts';
import { secretFieldClasses, unmaskRevealsSecret } from '../hazards/unmaskRevealsSecret.ts';
import type { ActiveRule } from '../rules/activeRule.ts';

/**
 * What one scan says about its rules. Everything is read off the engine's own decisions, records and hazards: nothing
 * here decides a treatment again.
 */
export interface PageRules {
  readonly scan: CaptureScan;
  readonly page: HazardPage;
  /** Elements of the page, roots not among them. */
  readonly elements: number;
  /** Where a rule stands among the active ones: a recorder with lists may hold it in several. Empty: not in force. */
  indexesOf(ruleId: string): readonly number[];
  /** Elements that a rule decides about, itself or through what they inherit. */
  decidedBy(rule: number): number;
  /** Elements on which the rule is beaten by a mask, with the rule that beats it. */
  beaten(rule: number): ReadonlyMap<number, ActiveRule>;
  /** Password and card fields that are shown because of this rule. */
  reveals(rule: number): readonly number[];
  /** Radio buttons and check boxes whose choice leaves although the rule masks them. */
  choices(rule: number): readonly number[];
  /** Images that are sent, or may be, although the rule masks them. */
  images(rule: number): { readonly sent: readonly number[]; readonly unknown: readonly number[] };
  /** Password and card fields among these elements, whatever becomes of them. */
  secretsAmong(nodes: ReadonlySet<number>): readonly number[];
}

/** Reads a finished scan once; what is asked for is worked out at the first question. */
export function createPageRules(scan: CaptureScan): PageRules {
  const page = createHazardPage(scan, false);
  const indexes = new Map<string, number[]>();
  for (const [index, { id }] of scan.rules.entries()) {
    const known = indexes.get(id);
    if (known) known.push(index);
    else indexes.set(id, [index]);
  }
  const decided = once(() => countDecided(scan));
  const beaten = once(() => nodesByRule(scan, page, unmaskBeaten));
  const revealed = once(() => nodesByRule(scan, page, unmaskRevealsSecret));
  const choices = once(() => nodesByRule(scan, page, choicesSent));
  const images = once(() => imagesUnderMasks(scan, page));
  const secrets = once(() => secretFields(scan, page));
  const elements = scan.nodes.filter(({ step }) => step !== documentStep && step !== shadowStep).length;
  return {
    scan,
    page,
    elements,
    indexesOf: (id) => indexes.get(id) ?? [],
    decidedBy: (rule) => decided().get(rule) ?? 0,
    beaten(rule) {
      const found = (beaten().get(rule) ?? []).flatMap((node): [number, ActiveRule][] => {
        const entry = page.entryOf(node);
        const winner = entry && page.winnerOf(entry);
        return winner ? [[node, winner]] : [];
      });
      return new Map(found);
    },
    reveals: (rule) => revealed().get(rule) ?? [],
    choices: (rule) => choices().get(rule) ?? [],
    images: (rule) => images().get(rule) ?? { sent: [], unknown: [] },
    secretsAmong: (nodes) => secrets().filter((node) => nodes.has(node)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function countDecided({ nodes, decisions }: CaptureScan): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { decision, step } of nodes) {
    const winner = decisions[decision]?.winner ?? -1;
    if (step !== documentStep && step !== shadowStep) counts.set(winner, (counts.get(winner) ?? 0) + 1);
  }
  return counts;
}

/** The same reading that the hazards list is made from, with every element kept and under the rule it is about. */
function nodesByRule(scan: CaptureScan, page: HazardPage, hazard: Hazard): Map<number, number[]> {
  const found = new Map<number, Set<number>>();
  const reader = hazard.begin(page, (node, { rule = -1 } = {}) => {
    const known = found.get(rule);
    if (known) known.add(node);
    else found.set(rule, new Set([node]));
  });
  const channels = new Set(reader.channels);
  if (reader.read) for (const record of scan.records) if (channels.has(record.channel)) reader.read(record);
  reader.finish?.();
  return new Map([...found].map(([rule, nodes]) => [rule, [...nodes]]));
}

const imageTags = new Set(['img', 'image', 'picture', 'source', 'video', 'object', 'embed']);
const imageAddresses = new Set(['src', 'srcset', 'poster', 'data', 'href', 'xlink:href']);

function imagesUnderMasks(scan: CaptureScan, page: HazardPage) {
  const found = new Map<number, { sent: number[]; unknown: number[] }>();
  for (const record of scan.records) {
    const { channel, name, node, treatment, output } = record;
    if (channel !== 'attribute' || name === undefined || !output || !imageAddresses.has(name)) continue;
    if ((treatment !== 'captured' && treatment !== 'unknown') || !imageTags.has(page.tagOf(node))) continue;
    const rule = page.maskOver(record);
    if (rule === undefined) continue;
    const known = found.get(rule) ?? { sent: [], unknown: [] };
    found.set(rule, known);
    const list = treatment === 'captured' ? known.sent : known.unknown;
    if (list.at(-1) !== node) list.push(node);
  }
  return found;
}

function secretFields({ fields }: CaptureScan, page: HazardPage): number[] {
  return meaningsOfFields(fields)
    .filter(
      ({ node, class: meaning, confidence }) =>
        page.controlTypeOf(node) === 'password' ||
        (secretFieldClasses.has(meaning) && confidence >= minFieldConfidence),
    )
    .map(({ node }) => node);
}
