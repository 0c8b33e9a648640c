import type { CaptureChannel } from '../capture/captureRecord.ts';
import { type Possible, type Treatment, treatmentOf } from '../treatment/treatment.ts';
import type { RecordSite } from './profile.ts';

export interface WrittenItem {
  readonly channel: CaptureChannel;
  /** What may become of it. */
  readonly possible: Possible;
  /** As it leaves when it is captured: addresses made absolute and so on. */
  readonly raw: string;
  /** As it leaves when it is masked. */
  readonly masked?: string | undefined;
  readonly name?: string;
  readonly part?: number;
  readonly stream?: 'replay' | 'telemetry';
  /** Why it differs from its element's decision (`policy.<key>`). */
  readonly policy?: string | undefined;
}

/** Writes one record. One shape for all of them: a page has a hundred thousand. */
export function writeRecord(at: RecordSite, item: WrittenItem): void {
  const treatment = treatmentOf(item.possible);
  at.sink.add({
    node: at.node,
    part: item.part ?? 0,
    channel: item.channel,
    stream: item.stream ?? 'replay',
    name: item.name,
    moment: at.moment,
    treatment,
    output: outputOf(treatment, item),
    decision: at.decisionIndex,
    policy: item.policy,
  });
}

function outputOf(treatment: Treatment, { raw, masked }: WrittenItem): string | null {
  if (treatment === 'excluded') return null;
  return treatment === 'masked' ? (masked ?? '') : raw;
}
