import type { CaptureChannel } from '../../capture/captureRecord.ts';
import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible, type Treatment, treatmentOf } from '../../treatment/treatment.ts';
import type { ElementSite, ProfileRecorder, RecordSite, TextSite } from '../profile.ts';
import { type ContentKind, type Effect, fullstoryContentPolicy } from './contentPolicy.ts';
import { maskText } from './maskText.ts';
import { redactUrl } from './redactUrl.ts';

const everything = Possible.captured | Possible.masked | Possible.excluded;

const outcomeOf: Record<Effect, Possible> = {
  send: Possible.captured,
  mask: Possible.masked,
  nothing: Possible.excluded,
  unknown: everything,
};

interface Item {
  readonly channel: CaptureChannel;
  readonly kind: ContentKind;
  readonly raw: string;
  readonly part?: number;
  readonly name?: string;
}

/** Writes one record: the policy row's outcome for every state that is still possible. */
function write(at: RecordSite, item: Item): void {
  const treatment = treatmentFor(item.kind, at.decision.possible);
  // One shape for every record: a page has a hundred thousand of them.
  at.sink.add({
    node: at.node,
    part: item.part ?? 0,
    channel: item.channel,
    stream: 'replay',
    name: item.name,
    moment: at.moment,
    treatment,
    output: outputFor(treatment, item.raw),
    decision: at.decisionIndex,
    policy: treatment === treatmentOf(at.decision.possible) ? undefined : item.kind,
  });
}

/** Rows × sets of states are few; the walk asks for them a hundred thousand times. */
const treatments = new Map<ContentKind, Treatment[]>();

function treatmentFor(kind: ContentKind, possible: Possible): Treatment {
  let known = treatments.get(kind);
  if (!known) {
    known = [];
    treatments.set(kind, known);
  }
  const cached = known[possible];
  if (cached !== undefined) return cached;
  const row = fullstoryContentPolicy[kind];
  let outcome: Possible = 0;
  if (possible & Possible.captured) outcome |= outcomeOf[row.captured];
  if (possible & Possible.masked) outcome |= outcomeOf[row.masked];
  if (possible & Possible.excluded) outcome |= outcomeOf[row.excluded];
  const treatment = treatmentOf(outcome);
  known[possible] = treatment;
  return treatment;
}

function outputFor(treatment: Treatment, raw: string): string | null {
  if (treatment === 'excluded') return null;
  return treatment === 'masked' ? maskText(raw) : raw;
}

/** Which channel and policy row a text node is, by the element it is in; undefined: never part of a recording. */
function textPlace(element: ElementSite): Pick<Item, 'channel' | 'kind'> | undefined {
  const { tag, parentTag } = element;
  // Code is not replayed; data blocks might be read.
  if (tag === 'script')
    return isDataScript(element.attribute('type') ?? '')
      ? { channel: 'jsonld', kind: 'data-script' }
      : undefined;
  if (tag === 'style') return { channel: 'style', kind: 'style' };
  if (tag === 'title' && !svgParents.has(parentTag.toLowerCase())) return { channel: 'title', kind: 'title' };
  return { channel: 'text', kind: textKind(tag, parentTag) };
}

function textKind(tag: string, parentTag: string): ContentKind {
  if (tag === 'noscript') return 'noscript';
  if (tag === 'option' && parentTag === 'datalist') return 'datalist';
  return svgTexts.has(tag.toLowerCase()) || tag === 'title' ? 'svg-text' : 'text';
}

/** Elements that hold text in a drawing; no HTML element has these names. */
const svgTexts = new Set(['text', 'tspan', 'textpath', 'desc']);

function recordText(at: RecordSite, text: TextSite, element: ElementSite): void {
  const place = textPlace(element);
  if (place) write(at, { ...place, raw: text.data, part: text.part });
}

/** What browsers run; anything else is a block of data: JSON, a template. https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const codeTypes =
  /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/;

function isDataScript(type: string): boolean {
  return !codeTypes.test(type.trim().toLowerCase());
}

/** A `<title>` in one of these is a picture's, any other names the page, wherever it stands: `document.title`. */
const svgParents = new Set(
  'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textpath image marker mask pattern clippath filter switch foreignobject lineargradient radialgradient stop view'.split(
    ' ',
  ),
);

const controlsWithValue = new Set(['input', 'button', 'textarea', 'select']);

function attributeKind(site: ElementSite, name: string): ContentKind {
  const { tag } = site;
  if (name === 'style') return 'style-attribute';
  if (name === 'value' && controlsWithValue.has(tag)) {
    return site.attribute('type')?.toLowerCase() === 'file' ? 'file-name' : 'value-attribute';
  }
  if (name === 'checked' && tag === 'input') return 'checked-attribute';
  if (tag === 'meta' && name === 'content') return 'meta';
  if ((name === 'src' || name === 'srcset') && isImage(site)) return 'image-source';
  return 'attribute';
}

function isImage(site: ElementSite): boolean {
  if (site.tag === 'img') return true;
  if (site.tag === 'source') return site.parentTag === 'picture';
  return site.tag === 'input' && site.attribute('type')?.toLowerCase() === 'image';
}

function recordAttributes(at: RecordSite, site: ElementSite): void {
  site.eachAttribute((name, raw) => writeAttribute(at, site, name, raw));
}

function writeAttribute(at: RecordSite, site: ElementSite, name: string, raw: string): void {
  const kind = attributeKind(site, name.toLowerCase());
  write(at, { channel: kind === 'meta' ? 'meta' : 'attribute', kind, raw, name });
}

function recordControl(at: RecordSite, _site: ElementSite, state: ControlState): void {
  const kind = state.type === 'file' ? 'file-name' : 'value';
  write(at, { channel: 'value', kind, raw: state.chosen ?? state.value });
  if (state.checked) write(at, { channel: 'value', kind: 'checked', raw: 'true', name: 'checked' });
}

/** What is sent for each kind of content under FullStory, by `fullstoryContentPolicy`. */
export const fullstoryRecorder: ProfileRecorder = {
  document(at, page) {
    if (page.isTop) write(at, { channel: 'url', kind: 'page-url', raw: redactUrl(page.url) });
  },
  text: recordText,
  comment(at, part, data) {
    write(at, { channel: 'comment', kind: 'comment', raw: data, part });
  },
  attributes: recordAttributes,
  control: recordControl,
  attributeChange(at, site, { name, value }) {
    if (value !== null) writeAttribute(at, site, name, value);
  },
  opaque(at, element) {
    write(at, { channel: 'resource', kind: 'opaque', raw: '', name: element.tag });
  },
  style(at, css) {
    write(at, { channel: 'style', kind: 'script-style', raw: css });
  },
};
