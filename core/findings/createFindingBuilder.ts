import type { CaptureChannel, IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import type { Finding, LeakPlace, LeakTag, RedactedText, Severity } from './finding.ts';
import { severityOf, severityRank } from './severityOf.ts';
import { tagsOf } from './tagsOf.ts';
import { whyRecorded } from './whyRecorded.ts';

/** Most exposed first: what a viewer of the recording reads, then what is in its markup. */
const exposure: Readonly<Record<CaptureChannel, number>> = {
  text: 0,
  value: 1,
  title: 2,
  url: 3,
  interaction: 4,
  attribute: 5,
  meta: 6,
  jsonld: 7,
  console: 8,
  comment: 9,
  resource: 10,
  style: 11,
};

/** What one detection or one field adds to a finding. */
export interface Sighting {
  /** Same key, same finding. Raw; stays in memory. */
  readonly key: string;
  readonly kind: Finding['kind'];
  readonly confidence: number;
  readonly sample: RedactedText;
  readonly records: readonly SightedRecord[];
  readonly field?: FieldClass;
  readonly fieldWhy?: Finding['fieldWhy'];
  readonly planted?: Finding['planted'];
  /** What the org says about its own detector. */
  readonly own?: { readonly severity: Severity; readonly tags: readonly LeakTag[] };
}

export type SightedRecord = Pick<
  IndexedRecord,
  'node' | 'channel' | 'name' | 'treatment' | 'decision' | 'policy'
> &
  Partial<Pick<IndexedRecord, 'moment' | 'part'>>;

/** A finding that may still get more places. */
export interface FindingDraft extends Omit<Sighting, 'records'> {
  /** By node, channel and name. */
  readonly places: ReadonlyMap<string, LeakPlace>;
}

/** What the records speak of. A recording's lists grow while it goes on. */
export interface FindingSource extends Pick<CaptureScan, 'decisions' | 'rules'> {
  readonly pathOf: (node: number) => string;
}

/** Collects sightings into findings: the same value in several places is one finding. */
export function createFindingBuilder(source: FindingSource) {
  const drafts = new Map<string, FindingDraft & { readonly places: Map<string, LeakPlace> }>();

  function add(sighting: Sighting): void {
    const { records, ...rest } = sighting;
    const known = drafts.get(sighting.key);
    const draft = known
      ? {
          ...known,
          confidence: Math.max(known.confidence, rest.confidence),
          ...fieldOf(known, rest),
          ...plantedOf(known, rest),
        }
      : { ...rest, places: new Map<string, LeakPlace>() };
    for (const record of records) {
      const id = `${record.node} ${record.channel} ${record.name ?? ''}`;
      const place = placeOf(record);
      draft.places.set(id, moreExposed(draft.places.get(id), place));
    }
    drafts.set(sighting.key, draft);
  }

  function placeOf(record: SightedRecord): LeakPlace {
    const doubts = source.decisions[record.decision]?.doubts ?? [];
    return {
      node: record.node,
      path: source.pathOf(record.node),
      channel: record.channel,
      ...(record.name === undefined ? {} : { name: record.name }),
      treatment: record.treatment,
      moment: record.moment ?? 'snapshot',
      ...whyRecorded(record, source),
      ...(record.policy === undefined ? {} : { policy: record.policy }),
      ...(record.treatment === 'unknown' && doubts.length > 0 ? { doubts } : {}),
    };
  }

  function remove(key: string): void {
    drafts.delete(key);
  }

  return { add, remove, drafts: drafts as ReadonlyMap<string, FindingDraft> };
}

function moreExposed(known: LeakPlace | undefined, place: LeakPlace): LeakPlace {
  if (!known || (known.treatment !== 'captured' && place.treatment === 'captured')) return place;
  return known;
}

/** Most severe first, then surest, then in order of the page. */
export function finishFindings(drafts: Iterable<FindingDraft>): Finding[] {
  const findings = [...drafts].flatMap((draft) => findingOf(draft));
  return withIds(
    findings.sort(
      (a, b) =>
        severityRank[a.severity] - severityRank[b.severity] ||
        Number(a.certainty === 'possible') - Number(b.certainty === 'possible') ||
        a.places[0].node - b.places[0].node,
    ),
  );
}

function fieldOf(known: FindingDraft, added: Omit<Sighting, 'records'>): Pick<Sighting, 'field'> {
  const field = known.field ?? added.field;
  return field === undefined ? {} : { field };
}

function plantedOf(known: FindingDraft, added: Omit<Sighting, 'records'>): Pick<Sighting, 'planted'> {
  return known.planted || added.planted ? { planted: true } : {};
}

function findingOf(draft: FindingDraft): Finding[] {
  const [first, ...others] = [...draft.places.values()].sort(
    (a, b) =>
      Number(a.isPast ?? false) - Number(b.isPast ?? false) ||
      Number(a.treatment !== 'captured') - Number(b.treatment !== 'captured') ||
      exposure[a.channel] - exposure[b.channel] ||
      a.node - b.node,
  );
  if (!first) return [];
  return [
    {
      id: '',
      kind: draft.kind,
      certainty: [first, ...others].some((place) => place.treatment === 'captured') ? 'leak' : 'possible',
      severity: draft.own?.severity ?? severityOf(draft.kind),
      tags: tagsOf(draft.kind, draft.field, draft.own?.tags),
      confidence: draft.confidence,
      sample: draft.sample,
      ...(draft.field === undefined ? {} : { field: draft.field }),
      ...(draft.fieldWhy === undefined ? {} : { fieldWhy: draft.fieldWhy }),
      ...(draft.planted ? { planted: true } : {}),
      places: [first, ...others],
    },
  ];
}

/**
 * Ids from the kind and the first place, never from the value: an id is stored and reported, and a hash of a
 * short value can be searched for.
 */
function withIds(findings: readonly Finding[]): Finding[] {
  const used = new Map<string, number>();
  return findings.map((finding) => {
    const { kind } = finding;
    const [place] = finding.places;
    const what = kind.type === 'value' ? kind.detector : `field-${kind.class}`;
    const base = `${what}-${hash(`${place.path}|${place.channel}|${place.name ?? ''}`)}`;
    const nth = (used.get(base) ?? 0) + 1;
    used.set(base, nth);
    return { ...finding, id: nth === 1 ? base : `${base}-${nth}` };
  });
}

/** FNV-1a, 32 bits: short, stable, not for secrets. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(36);
}
