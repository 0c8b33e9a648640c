import type { TextHit, TextScanner } from '../findings/createTextScanner.ts';
import type { DetectorId } from '../findings/finding.ts';
import { redact } from '../findings/redact.ts';
import { severityOf, severityRank } from '../findings/severityOf.ts';
import { tagsOf } from '../findings/tagsOf.ts';
import type { HeldEvent, HeldText } from '../settings/fullstorySessionWire.ts';
import type { AuditFinding, AuditPlace, Mend } from './auditFinding.ts';
import { mendOf } from './mendOf.ts';
import { plainPage } from './plainPage.ts';

/** What is told about the event itself, by the vendor's own words: never content of the page. */
const ownWords =
  /^(?:device_id|session_id|view_id|event_id|event_time|event_type|source_type|timestamp|tab|screenshot_url|type|source_properties\.(?:user_agent|location)\b.*|event_properties\.(?:navigate_reason|event_definition_id|additional_event_definition_ids)\b.*|.*(?:raw_selector|selectors?(?:\[\])?|element_definition_id))$/;

const maxPlaces = 20;

interface Found {
  readonly detector: DetectorId;
  readonly hit: TextHit;
  readonly events: Set<HeldEvent>;
  readonly places: Map<string, { readonly place: Omit<AuditPlace, 'count'>; count: number }>;
  readonly mends: Map<string, Mend>;
}

/**
 * Everything personal in what a vendor holds of sessions, each value once, the worst first. Values are compared in
 * memory and are in no result.
 */
export function auditEvents(events: readonly HeldEvent[], scan: TextScanner): readonly AuditFinding[] {
  const found = new Map<string, Found>();
  for (const event of events)
    for (const text of event.texts)
      if (!ownWords.test(text.at)) for (const hit of hitsOf(text, scan)) note(found, hit, event, text);
  return [...found.values()]
    .map(findingOf)
    .toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity] || b.count - a.count)
    .map((finding, index) => ({ ...finding, id: `${finding.detector}-${index + 1}` }));
}

function hitsOf({ at, text }: HeldText, scan: TextScanner): readonly TextHit[] {
  const hint = at.replace(/\[\]/g, '').split('.').at(-1);
  return scan(text, { inPage: true, ...(hint === undefined ? {} : { hint }) });
}

function note(found: Map<string, Found>, hit: TextHit, event: HeldEvent, text: HeldText): void {
  const id = `${hit.detector} ${hit.key}`;
  const one = found.get(id) ?? {
    detector: hit.detector,
    hit,
    events: new Set(),
    places: new Map(),
    mends: new Map(),
  };
  found.set(id, one);
  one.events.add(event);
  const page = plainPage(event.url);
  const at = `${event.type} ${text.at}`.trim();
  const known = one.places.get(`${at} ${page}`) ?? { place: { at, page }, count: 0 };
  known.count += 1;
  one.places.set(`${at} ${page}`, known);
  const mend = mendOf(event, text, hit.value);
  one.mends.set(JSON.stringify(mend), mend);
}

function findingOf({ detector, hit, events, places, mends }: Found): AuditFinding {
  const { scheme, value } = hit;
  const kind = { type: 'value' as const, detector, ...(scheme === undefined ? {} : { scheme }) };
  return {
    id: '',
    detector,
    ...(scheme === undefined ? {} : { scheme }),
    severity: hit.own?.severity ?? severityOf(kind),
    tags: tagsOf(kind, undefined, hit.own?.tags),
    sample: redact(value, detector),
    count: events.size,
    places: [...places.values()]
      .toSorted((a, b) => b.count - a.count)
      .slice(0, maxPlaces)
      .map(({ place, count }) => ({ ...place, count })),
    mends: [...mends.values()],
  };
}
