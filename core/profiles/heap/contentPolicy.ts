import type { ContentPolicy, PolicyRow } from '../documented/contentPolicy.ts';
import { policyOf } from '../documented/undocumentedPolicy.ts';

/** Mask all text, mask form fields, mask additional elements. */
export const heapPrivacy =
  'https://help.heap.io/hc/en-us/articles/18699943074460-Session-Replay-Privacy-and-Security-Settings';
/** What replays take over from Heap's own privacy settings and attributes. */
export const heapInherited =
  'https://help.heap.io/session-replay/session-replay-data-privacy/what-privacy-settings-does-session-replay-inherit-from-heap';
/** "A copy of your website"; no field, no password, no drawing. */
export const heapCaptured =
  'https://help.heap.io/hc/en-us/articles/18700007723292-What-does-session-replay-capture';

const masked: PolicyRow = {
  captured: 'send',
  masked: 'mask',
  excluded: 'nothing',
  grade: 'documented',
  source: heapPrivacy,
};

/** Heap, as far as it is written down. */
export const heapContentPolicy: ContentPolicy = policyOf({
  text: masked,
  // "Heap won't capture the value of any form fields."
  value: { ...masked, masked: 'nothing' },
  // A page's title is redacted by its own attribute, not by masking all text.
  title: {
    captured: 'send',
    masked: 'send',
    excluded: 'nothing',
    grade: 'documented',
    source: heapInherited,
  },
  attribute: { ...masked, masked: 'unknown', grade: 'inferred', source: heapCaptured },
  'image-source': { ...masked, masked: 'unknown', grade: 'inferred', source: heapCaptured },
});
