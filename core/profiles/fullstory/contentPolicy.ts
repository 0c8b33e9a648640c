import { type ContentPolicy, nothingFound } from '../documented/contentPolicy.ts';

const elements =
  'https://help.fullstory.com/hc/en-us/articles/360020623574-How-do-I-protect-my-users-privacy-in-Fullstory';
const forms = 'https://help.fullstory.com/hc/en-us/articles/4408633932439-Form-Privacy';
const urls = 'https://help.fullstory.com/hc/en-us/articles/14314063803671-URL-Component-Privacy-Rules';

/**
 * Every assumption about FullStory's treatment of content, in one table, so that one real capture can flip a
 * row. Where nothing is public the row says `unknown`: the value is then shown as one that may leave.
 */
export const fullstoryContentPolicy: ContentPolicy = {
  text: { captured: 'send', masked: 'mask', excluded: 'nothing', grade: 'documented', source: elements },
  // Whether element rules reach <title> is not said; taken as captured, the most that can leave.
  title: { captured: 'send', masked: 'send', excluded: 'send', grade: 'unknown', source: nothingFound },
  comment: {
    captured: 'unknown',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'unknown',
    source: nothingFound,
  },
  noscript: {
    captured: 'unknown',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'unknown',
    source: nothingFound,
  },
  'svg-text': {
    captured: 'send',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'unknown',
    source: nothingFound,
  },
  datalist: {
    captured: 'send',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'unknown',
    source: nothingFound,
  },
  'data-script': {
    captured: 'unknown',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'unknown',
    source: nothingFound,
  },
  // Style rules are not element content: neither masking nor, for sure, excluding the element hides them.
  style: { captured: 'send', masked: 'send', excluded: 'unknown', grade: 'inferred', source: nothingFound },
  'script-style': {
    captured: 'unknown',
    masked: 'unknown',
    excluded: 'unknown',
    grade: 'unknown',
    source: nothingFound,
  },
  value: { captured: 'send', masked: 'mask', excluded: 'nothing', grade: 'documented', source: forms },
  'file-name': {
    captured: 'send',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'inferred',
    source: nothingFound,
  },
  // A masked radio button or check box still sends its change event, so the choice leaves.
  checked: { captured: 'send', masked: 'send', excluded: 'nothing', grade: 'documented', source: forms },
  'value-attribute': {
    captured: 'send',
    masked: 'mask',
    excluded: 'nothing',
    grade: 'inferred',
    source: forms,
  },
  'checked-attribute': {
    captured: 'send',
    masked: 'send',
    excluded: 'nothing',
    grade: 'inferred',
    source: forms,
  },
  // "Images cannot be masked on web, use exclude".
  'image-source': {
    captured: 'send',
    masked: 'send',
    excluded: 'nothing',
    grade: 'documented',
    source: elements,
  },
  'style-attribute': {
    captured: 'send',
    masked: 'send',
    excluded: 'nothing',
    grade: 'inferred',
    source: nothingFound,
  },
  attribute: {
    captured: 'send',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'unknown',
    source: nothingFound,
  },
  meta: { captured: 'send', masked: 'unknown', excluded: 'nothing', grade: 'unknown', source: nothingFound },
  // Governed by URL component rules, not by element rules.
  'page-url': { captured: 'send', masked: 'send', excluded: 'send', grade: 'documented', source: urls },
  opaque: {
    captured: 'unknown',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'unknown',
    source: nothingFound,
  },
};
