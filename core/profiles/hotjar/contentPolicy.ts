import type { ContentPolicy } from '../documented/contentPolicy.ts';
import { policyOf } from '../documented/undocumentedPolicy.ts';

/** What is typed is suppressed unless a field is allowed. */
export const hotjarFields =
  'https://help.hotjar.com/hc/en-us/articles/36820034730641-How-to-Show-Elements-and-Keystrokes-in-Data-Collection';
/** "A copy of the HTML of each page and keystroke data"; passwords and cards are never kept. */
export const hotjarRecordings = 'https://www.hotjar.com/blog/more-secure-recordings';
/** Text under `data-hj-suppress` is shown as asterisks: seen in a recording, with the address of Hotjar's article. */
export const hotjarSuppressed = 'https://github.com/openedx/frontend-app-profile/pull/385';
/** The same, tested on a live site. */
export const hotjarTested = 'https://github.com/elifesciences/elife-xpub/issues/1597';

/** Hotjar, as far as it is written down. */
export const hotjarContentPolicy: ContentPolicy = policyOf({
  text: {
    captured: 'send',
    masked: 'mask',
    excluded: 'nothing',
    grade: 'reported',
    source: hotjarSuppressed,
  },
  value: {
    captured: 'send',
    masked: 'mask',
    excluded: 'nothing',
    grade: 'documented',
    source: hotjarFields,
  },
  // A copy of the markup is taken; what suppressing an element does to its attributes is not said.
  attribute: {
    captured: 'send',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'inferred',
    source: hotjarRecordings,
  },
  'value-attribute': {
    captured: 'send',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'inferred',
    source: hotjarRecordings,
  },
  'image-source': {
    captured: 'send',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'inferred',
    source: hotjarRecordings,
  },
});
