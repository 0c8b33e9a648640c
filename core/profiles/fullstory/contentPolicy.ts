/** What leaves the browser for one kind of content, by the state of the element it belongs to. */
export type Effect = 'send' | 'mask' | 'nothing' | 'unknown';

export interface PolicyRow {
  readonly captured: Effect;
  readonly masked: Effect;
  readonly excluded: Effect;
  /** How it is known: documented by FullStory, deduced, or not known to anybody outside. */
  readonly grade: 'documented' | 'inferred' | 'unknown';
  readonly source: string;
}

export type ContentKind =
  | 'text'
  | 'title'
  | 'comment'
  | 'noscript'
  | 'svg-text'
  | 'datalist'
  | 'data-script'
  | 'style'
  | 'script-style'
  | 'value'
  | 'file-name'
  | 'checked'
  | 'value-attribute'
  | 'checked-attribute'
  | 'image-source'
  | 'style-attribute'
  | 'attribute'
  | 'meta'
  | 'page-url'
  | 'opaque'
  | 'console'
  | 'console-off'
  | 'network-url'
  | 'identity'
  | 'event'
  | 'log'
  | 'element-property'
  | 'data-layer';

const elements =
  'https://help.fullstory.com/hc/en-us/articles/360020623574-How-do-I-protect-my-users-privacy-in-Fullstory';
const forms = 'https://help.fullstory.com/hc/en-us/articles/4408633932439-Form-Privacy';
const urls = 'https://help.fullstory.com/hc/en-us/articles/14314063803671-URL-Component-Privacy-Rules';
const checklist = 'https://help.fullstory.com/hc/en-us/articles/4408819704215-Privacy-Setup-Checklist';
const logging = 'https://developer.fullstory.com/browser/logging/';
const identities = 'https://developer.fullstory.com/browser/identification/identify-users/';
const events = 'https://developer.fullstory.com/browser/capture-events/analytics-events/';
const properties = 'https://developer.fullstory.com/browser/fullcapture/set-element-properties/';
const layers = 'https://help.fullstory.com/hc/en-us/articles/360057598393-Data-Layer-Observer';
const nothingFound = 'no public statement found';

/**
 * Every assumption about FullStory's treatment of content, in one table, so that one real capture can flip a
 * row. Where nothing is public the row says `unknown`: the value is then shown as one that may leave.
 */
export const fullstoryContentPolicy: Record<ContentKind, PolicyRow> = {
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
  // None of these is governed by element rules: what a page writes or says there leaves whatever is masked.
  console: { captured: 'send', masked: 'send', excluded: 'send', grade: 'documented', source: logging },
  'console-off': {
    captured: 'nothing',
    masked: 'nothing',
    excluded: 'nothing',
    grade: 'documented',
    source: checklist,
  },
  // Which requests, and whether URL rules reach their addresses, is not said.
  'network-url': {
    captured: 'unknown',
    masked: 'unknown',
    excluded: 'unknown',
    grade: 'unknown',
    source: checklist,
  },
  identity: { captured: 'send', masked: 'send', excluded: 'send', grade: 'documented', source: identities },
  event: { captured: 'send', masked: 'send', excluded: 'send', grade: 'documented', source: events },
  log: { captured: 'send', masked: 'send', excluded: 'send', grade: 'documented', source: logging },
  // Sent with every captured interaction; an excluded element has none. No masking of them is documented.
  'element-property': {
    captured: 'send',
    masked: 'unknown',
    excluded: 'nothing',
    grade: 'documented',
    source: properties,
  },
  // Which entries are taken is the org's choice.
  'data-layer': {
    captured: 'unknown',
    masked: 'unknown',
    excluded: 'unknown',
    grade: 'documented',
    source: layers,
  },
};
