import { looksGenerated } from './looksGenerated.ts';

/**
 * What a class or id is good for in a rule.
 * - `stable`: somebody chose it to name the thing
 * - `utility`: says how it looks (`mt-4`, `flex`), and changes with the looks
 * - `state`: comes and goes while the page is used (`is-open`)
 * - `recorder`: a session recorder's own hook (`fs-mask`); a rule about it says nothing new
 * - `generated`: made by a build tool or at run time
 */
export type NameKind = 'stable' | 'utility' | 'state' | 'recorder' | 'generated';

const recorderHooks =
  /^(fs-|rr-|ph-|sentry-|dd-privacy|data-hj|_hj|hj-|amp-|heap-|lr-|mouseflow|clarity-|cl-mask|smartlook)/i;

const stateNames =
  /^(is|has|was|ng)-|^(active|inactive|open|opened|closed|selected|unselected|checked|disabled|enabled|focus(ed)?|hover(ed)?|hidden|visible|shown|show|collapsed|collapsing|expanded|loading|loaded|invalid|valid|dirty|pristine|touched|untouched|error|current|first|last|odd|even|fade|in|out|sticky|dragging|js|no-js)$|--(active|open|selected|disabled|focused|hover|current|loading|error)$/i;

/** Words that are a whole utility class by themselves, then prefixes that need a value. */
const utilityWords =
  /^-?(d-[a-z-]+|flex|grid|block|inline|inline-(block|flex|grid)|contents|table-(cell|row)|static|fixed|absolute|relative|truncate|italic|not-italic|underline|no-underline|uppercase|lowercase|capitalize|antialiased|sr-only|visually-hidden|clearfix|container(-fluid)?|row|col|resize|transition|transform|filter|grow|shrink|rounded|border|shadow|outline|ring|group|peer|prose|pull-(left|right)|float-(left|right)|clear|bold|lead|muted|small|large|left|right|center|middle|top|bottom|order-((sm|md|lg|xl|xxl)-)?(\d{1,2}|first|last|none))$/;
const utilityPrefixes =
  /^-?(m|p)[xytblrse]?-|^(w|h|min|max|size|gap|space|inset|top|right|bottom|left|start|end|z|col|row|grid|flex|basis|grow|shrink|justify|items|content|self|place|align|font|text|leading|tracking|decoration|list|bg|from|via|to|border|divide|outline|ring|rounded|shadow|opacity|mix|blur|brightness|contrast|backdrop|transition|duration|ease|delay|animate|scale|rotate|translate|skew|origin|cursor|select|resize|scroll|snap|touch|overflow|overscroll|object|aspect|columns|break|whitespace|indent|line|float|clear|isolat\w*|visible|sr|d|fs|fw|lh|offset|g[xy]?|vh|vw|u|x)-/;
const utilityValues =
  /-(\d+|\d*xs|sm|md|lg|\d*xl|px|auto|full|screen|fit|min|max|none|start|end|center|between|around|evenly|stretch|baseline|cols?|rows?|wrap|nowrap|col|row|reverse|left|right|top|bottom|middle|inner|hidden|visible|scroll|clip|ellipsis|pointer|default|bold|semibold|medium|normal|light|thin|black|white|transparent|current|inherit|primary|secondary|success|danger|warning|info|muted|dark|body|gray|slate|zinc|red|green|blue|yellow|\w+-\d{1,3}|solid|dashed|dotted|tight|snug|relaxed|loose|colors|all|cover|contain|static|fixed|absolute|relative|sticky)$/;

/** @param name one class, or an id */
export function nameKind(name: string): NameKind {
  if (recorderHooks.test(name)) return 'recorder';
  if (/[:[\]/!@]/.test(name)) return 'utility';
  if (stateNames.test(name)) return 'state';
  if (isUtility(name)) return 'utility';
  return looksGenerated(name) ? 'generated' : 'stable';
}

function isUtility(name: string): boolean {
  return utilityWords.test(name) || (utilityPrefixes.test(name) && utilityValues.test(name));
}
