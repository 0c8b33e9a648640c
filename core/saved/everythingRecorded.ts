import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { Playback, RecordSite } from '../profiles/profile.ts';
import { Possible } from '../treatment/treatment.ts';

const nothing = () => null;

/**
 * A recorder that sends everything as it is and knows no rule: what a page holds, in the form the leak finder reads. Made
 * for taking a page's sensitive values out before it is saved; no profile, and nobody plays it.
 */
export function everythingRecorded(): Playback {
  return {
    rules: [],
    problems: [],
    root: { possible: Possible.captured, doubts: [] },
    decidesAll: false,
    decide: (inherited) => inherited,
    hitInShadow: (hit) => hit,
    shadowState: (host) => host,
    frameState: (frame) => frame,
    templateState: (outside) => outside,
    closedRoots: 'never',
    record: {
      document: () => undefined,
      text: (at, { part, data }) => write(at, { channel: 'text', part, output: data }),
      comment: (at, part, data) => write(at, { channel: 'comment', part, output: data }),
      attributes: (at, element) =>
        element.eachAttribute((name, output) => write(at, { channel: 'attribute', name, output })),
      control: (at, _element, { value, chosen }) => write(at, { channel: 'value', output: chosen ?? value }),
      opaque: () => undefined,
      style: () => undefined,
    },
    late: { reads: 'at-once', added: nothing, text: nothing, attribute: nothing, value: nothing },
  };
}

type Written = Pick<IndexedRecord, 'channel' | 'output'> & Partial<Pick<IndexedRecord, 'name' | 'part'>>;

function write(at: RecordSite, { channel, output, name, part }: Written): void {
  at.sink.add({
    node: at.node,
    part: part ?? 0,
    channel,
    stream: 'replay',
    name,
    moment: 'snapshot',
    treatment: 'captured',
    output,
    decision: at.decisionIndex,
    policy: undefined,
  });
}
