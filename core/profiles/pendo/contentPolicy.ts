import type { ContentPolicy, PolicyRow } from '../documented/contentPolicy.ts';
import { policyOf } from '../documented/undocumentedPolicy.ts';

/** Three starting configurations, and rules that mask, unmask and block by selector. */
export const pendoPrivacy =
  'https://support.pendo.io/hc/en-us/articles/18049064847515-Session-Replay-privacy';
/** Settings act "at the point of event capture": asterisks for text, whole elements blocked. */
export const pendoOverview =
  'https://support.pendo.io/hc/en-us/articles/20415707164059-Session-Replay-overview';

const masked: PolicyRow = {
  captured: 'send',
  masked: 'mask',
  excluded: 'nothing',
  grade: 'documented',
  source: pendoOverview,
};

/** Pendo, as far as it is written down. */
export const pendoContentPolicy: ContentPolicy = policyOf({
  text: masked,
  value: { ...masked, grade: 'inferred' },
});
