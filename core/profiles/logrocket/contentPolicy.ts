import type { ContentPolicy, PolicyRow } from '../documented/contentPolicy.ts';
import { policyOf } from '../documented/undocumentedPolicy.ts';

/** "All other elements are captured by default"; of a private element only its size, of passwords nothing. */
export const logrocketDom = 'https://docs.logrocket.com/reference/dom.md';
/** "Excluded data is never sent"; once excluded, it cannot be included again. */
export const logrocketPrivacy = 'https://docs.logrocket.com/docs/privacy.md';
/** Names and types of the options: `dist/types.d.ts` of logrocket 12.4.0, which holds nothing but a loader. */
export const logrocketTypes = 'https://www.npmjs.com/package/logrocket/v/12.4.0';

const captured = (source: string): PolicyRow => ({
  captured: 'send',
  masked: 'mask',
  excluded: 'nothing',
  grade: 'documented',
  source,
});

/** Captured by default as an element's part; what a sanitizer of texts or fields does to it is not said. */
const part: PolicyRow = { ...captured(logrocketDom), masked: 'unknown', grade: 'inferred' };

/** LogRocket, as far as it is written down. */
export const logrocketContentPolicy: ContentPolicy = policyOf({
  text: captured(logrocketDom),
  value: captured(logrocketPrivacy),
  attribute: part,
  'value-attribute': part,
  datalist: part,
  'image-source': part,
  // There is an option that lets a function of the site change addresses.
  'page-url': {
    captured: 'send',
    masked: 'send',
    excluded: 'send',
    grade: 'inferred',
    source: logrocketTypes,
  },
  // There is an option that "prevents recording of document.title".
  title: {
    captured: 'send',
    masked: 'send',
    excluded: 'send',
    grade: 'inferred',
    source: logrocketTypes,
  },
});
