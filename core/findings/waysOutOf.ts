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
    const sent = scan.records.filter(
      (record) => isOf(way, record) && (record.treatment === 'captured' || record.treatment === 'unknown'),
    );
    const samples = findings
      .filter(({ places }) => places.some((place) => isOf(way, place)))
      .flatMap(({ sample }) => (sample === '' ? [] : [sample]));
    return { ...way, count: sent.length, samples: [...new Set<string>(samples)].slice(0, maxSamples) };
  });
}

/** Where a channel holds other things too, the policy tells them apart. */
function isOf({ channel, policies }: WayOut, one: Pick<IndexedRecord, 'channel' | 'policy'>): boolean {
  if (one.channel !== channel) return false;
  return !policies || (one.policy !== undefined && policies.includes(one.policy));
}
