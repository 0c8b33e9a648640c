import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import type { WayOut } from '../profiles/profile.ts';
import type { Finding } from './finding.ts';

/** One way out on one page: what goes there, as far as it can be seen. */
export interface WayOutOnPage extends WayOut {
  /** Values that are, or may be, sent this way. */
  readonly count: number;
  /** Redacted samples of what looks personal in them. */
  readonly samples: readonly string[];
}

const maxSamples = 3;

export function waysOutOf(
  ways: readonly WayOut[],
  scan: Pick<CaptureScan, 'records'>,
  findings: readonly Finding[],
): readonly WayOutOnPage[] {
  return ways.map((way) => {
    const records = scan.records.filter((record) => isOf(way, record));
    const sent = records.filter(({ treatment }) => treatment === 'captured' || treatment === 'unknown');
    const names = new Set(records.map(({ name }) => name));
    const samples = findings
      .filter(({ places }) =>
        places.some(({ channel, name }) => channel === way.channel && names.has(name) && sent.length > 0),
      )
      .flatMap(({ sample }) => (sample === '' ? [] : [sample]));
    return { ...way, count: sent.length, samples: [...new Set<string>(samples)].slice(0, maxSamples) };
  });
}

/** A record whose policy is its element's own has none: then its channel alone tells. */
function isOf({ channel, policies }: WayOut, record: IndexedRecord): boolean {
  if (record.channel !== channel) return false;
  return !policies || (record.policy !== undefined && policies.includes(record.policy));
}
