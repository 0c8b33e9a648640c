import type { NodeEntry } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';
import type { Finding } from '../findings/finding.ts';
import { isBlankText } from '../findings/isBlankText.ts';
import { type Treatment, treatmentOf } from '../treatment/treatment.ts';

/** What is marked in the pictures of a page, by node. */
export interface PictureMarks {
  readonly leaks: readonly LeakMark[];
  readonly masked: readonly number[];
  readonly excluded: readonly number[];
  readonly unknown: readonly number[];
}

export interface LeakMark {
  /** From 1, in the order of the list. */
  readonly number: number;
  readonly isLeak: boolean;
  readonly nodes: readonly number[];
}

const mostLeaks = 99;
const mostPlaces = 10;
const mostNodes = 3_000;

/** Channels that are seen on a page. */
const seen = new Set(['text', 'value']);

export function pictureMarks(scan: CaptureScan, findings: readonly Finding[]): PictureMarks {
  const inText = (treatment: Treatment) => {
    const nodes = scan.records.filter(
      (record) => record.treatment === treatment && seen.has(record.channel) && !isBlankText(record),
    );
    return [...new Set(nodes.map(({ node }) => node))].slice(0, mostNodes);
  };
  return {
    leaks: findings.slice(0, mostLeaks).map(({ places, certainty }, at) => ({
      number: at + 1,
      isLeak: certainty === 'leak',
      nodes: [...new Set(places.map(({ node }) => node))].slice(0, mostPlaces),
    })),
    masked: inText('masked'),
    excluded: outermostExcluded(scan).slice(0, mostNodes),
    unknown: inText('unknown'),
  };
}

/** An excluded element is one block in a replay, whatever is in it. */
function outermostExcluded({ nodes, decisions }: CaptureScan): number[] {
  const isExcluded = ({ decision }: NodeEntry) => {
    const made = decisions[decision];
    return made !== undefined && treatmentOf(made.possible) === 'excluded';
  };
  const excluded = new Set(nodes.filter(isExcluded).map(({ id }) => id));
  return nodes.filter(({ id, parent }) => excluded.has(id) && !excluded.has(parent)).map(({ id }) => id);
}
