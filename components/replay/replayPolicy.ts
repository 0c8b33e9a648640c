// What of a recorded page may be rebuilt. Allow lists: what is not named here does not get into the replay.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Elements that keep their name. Custom elements keep theirs too; every other element becomes a `div`. */
const keptTags = words(`
  a abbr address article aside b bdi bdo blockquote body br button caption center cite code col colgroup data dd del
  details dfn dialog div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup hr html i
  img input ins kbd label legend li main mark menu meter nav ol optgroup option output p pre progress q rp rt ruby s
  samp search section select slot small span strike strong sub summary sup table tbody td textarea tfoot th thead time
  tr tt u ul var wbr
  svg g path rect circle ellipse line polyline polygon text tspan defs use symbol lineargradient radialgradient stop
  clippath mask pattern
`);

/** Elements that leave nothing: code, resources, metadata. Style sheets come in through their records. */
const droppedTags = words(
  'script link meta base title noscript template head style source track param area map audio',
);

export const voidTags = words('br hr img input col wbr');

/** Elements whose content is text only: no mark can be put around it. */
export const textOnlyTags = words('textarea option');

/** Elements that must keep their place in a table or list, or the parser moves them. */
const placedTags = words('tr td th tbody thead tfoot caption col colgroup li dt dd');

const inlineTags = words(
  'a abbr b bdi button cite code data em i img input kbd label mark q s select small span strong sub sup textarea time u var',
);

const keptAttributes = words(`
  class id style dir lang role hidden title alt placeholder type width height colspan rowspan span align valign bgcolor
  border cellpadding cellspacing size rows cols wrap start reversed open disabled checked selected multiple label slot
  name min max step value color face
  d x y x1 x2 y1 y2 cx cy r rx ry dx dy points viewbox preserveaspectratio transform fill fill-rule fill-opacity
  stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity opacity offset stop-color
  stop-opacity clip-path clip-rule gradientunits gradienttransform patternunits font-size font-weight text-anchor
`);

/** The name an element has in the replay, or null when it leaves nothing. */
export function replayTag(tag: string): string | null {
  if (droppedTags.has(tag)) return null;
  if (keptTags.has(tag) || /^[a-z][a-z0-9]*-[a-z0-9-]*$/.test(tag)) return tag;
  return 'div';
}

/** The element that stands for an excluded one. */
export function excludedTag(tag: string): string {
  if (placedTags.has(tag)) return tag;
  return inlineTags.has(tag) ? 'span' : 'div';
}

/** Whether an attribute may be rebuilt. Nothing that navigates, loads, submits or runs. */
export function keepsAttribute(tag: string, name: string, value: string): boolean {
  if (name === 'src') return tag === 'img' && isDataImage(value);
  if (name === 'href' || name === 'xlink:href') return tag === 'use' && value.startsWith('#');
  if (name === 'type') return value.toLowerCase() !== 'image';
  return keptAttributes.has(name) || /^(aria|data)-[a-z0-9_.-]+$/.test(name);
}

function isDataImage(value: string): boolean {
  return /^data:image\/(png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(value);
}
