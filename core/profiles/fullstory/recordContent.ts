import type { CaptureChannel, CaptureStream } from '../../capture/captureRecord.ts';
import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible, Treatment, treatmentOf } from '../../treatment/treatment.ts';
import type { ElementSite, ProfileRecorder, RecordSite, TextSite } from '../profile.ts';
import { callItems } from './callItems.ts';
import { type ContentKind, type Effect, fullstoryContentPolicy } from './contentPolicy.ts';
import { propertiesOf, schemaAttribute } from './elementProperties.ts';
import { maskText } from './maskText.ts';
import type { FullstoryOptions } from './options.ts';
import { redactUrl } from './redactUrl.ts';

const everything = Possible.captured | Possible.masked | Possible.excluded;

const outcomeOf: Record<Effect, Possible> = {
  send: Possible.captured,
  mask: Possible.masked,
  nothing: Possible.excluded,
  unknown: everything,
};

/** One thing that may be sent. */
export interface FullstoryItem {
  readonly channel: CaptureChannel;
  readonly kind: ContentKind;
  readonly raw: string;
  readonly part?: number;
  readonly name?: string;
  readonly stream?: CaptureStream;
  /** Whatever the policy says, it cannot be told what is sent; `raw` is the most. */
  readonly isDoubtful?: boolean;
}

/** Writes one record: the policy row's outcome for every state that is still possible. */
export function writeFullstoryItem(at: RecordSite, item: FullstoryItem): void {
  const treatment = item.isDoubtful ? Treatment.unknown : treatmentFor(item.kind, at.decision.possible);
  // One shape for every record: a page has a hundred thousand of them.
  at.sink.add({
    node: at.node,
    part: item.part ?? 0,
    channel: item.channel,
    stream: item.stream ?? 'replay',
    name: item.name,
    moment: at.moment,
    treatment,
    output: outputFor(treatment, item.raw),
    decision: at.decisionIndex,
    policy: treatment === treatmentOf(at.decision.possible) && !apart.has(item.kind) ? undefined : item.kind,
  });
}

/** Kinds that share their channel with others, and are told from them by their policy. */
const apart: ReadonlySet<ContentKind> = new Set([
  'network-url',
  'identity',
  'event',
  'log',
  'element-property',
  'data-layer',
]);

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
function textPlace(element: ElementSite): Pick<FullstoryItem, 'channel' | 'kind'> | undefined {
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
  if (place) writeFullstoryItem(at, { ...place, raw: text.data, part: text.part });
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
  let hasProperties = false;
  site.eachAttribute((name, raw) => {
    writeAttribute(at, site, name, raw);
    hasProperties ||= name === schemaAttribute;
  });
  if (hasProperties) for (const [name, raw] of propertiesOf(site)) writeProperty(at, name, raw);
}

/** Sent with every interaction on the element or inside of it, beside the attribute itself. */
function writeProperty(at: RecordSite, name: string, raw: string): void {
  writeFullstoryItem(at, {
    channel: 'interaction',
    kind: 'element-property',
    raw,
    name,
    stream: 'telemetry',
  });
}

function writeAttribute(at: RecordSite, site: ElementSite, name: string, raw: string): void {
  const kind = attributeKind(site, name.toLowerCase());
  writeFullstoryItem(at, { channel: kind === 'meta' ? 'meta' : 'attribute', kind, raw, name });
}

function recordControl(at: RecordSite, _site: ElementSite, state: ControlState): void {
  const kind = state.type === 'file' ? 'file-name' : 'value';
  writeFullstoryItem(at, { channel: 'value', kind, raw: state.chosen ?? state.value });
  if (state.checked)
    writeFullstoryItem(at, { channel: 'value', kind: 'checked', raw: 'true', name: 'checked' });
}

/** What is sent for each kind of content under FullStory, by `fullstoryContentPolicy` and the org's settings. */
export function createFullstoryRecorder(options: FullstoryOptions): ProfileRecorder {
  const { urlRules, captureConsole, network } = options;

  function address(at: RecordSite, url: string): void {
    const { text, isCertain } = redactUrl(url, urlRules);
    writeFullstoryItem(at, { channel: 'url', kind: 'page-url', raw: text, isDoubtful: !isCertain });
  }

  function request(at: RecordSite, url: string): void {
    if (!network) return;
    writeFullstoryItem(at, { channel: 'resource', kind: 'network-url', raw: url, name: 'request' });
  }

  return {
    document(at, page) {
      if (!page.isTop) return;
      address(at, page.url);
      for (const resource of page.resources) request(at, resource);
    },
    text: recordText,
    comment(at, part, data) {
      writeFullstoryItem(at, { channel: 'comment', kind: 'comment', raw: data, part });
    },
    attributes: recordAttributes,
    control: recordControl,
    attributeChange(at, site, { name, value }) {
      if (value === null) return;
      writeAttribute(at, site, name, value);
      if (name === schemaAttribute) for (const [key, raw] of propertiesOf(site)) writeProperty(at, key, raw);
      else if (propertiesOf(site).some(([key]) => key === name)) writeProperty(at, name, value);
    },
    opaque(at, element) {
      writeFullstoryItem(at, { channel: 'resource', kind: 'opaque', raw: '', name: element.tag });
    },
    style(at, css) {
      writeFullstoryItem(at, { channel: 'style', kind: 'script-style', raw: css });
    },
    console(at, text) {
      const kind = captureConsole ? 'console' : 'console-off';
      writeFullstoryItem(at, { channel: 'console', kind, raw: text });
    },
    resource: request,
    navigation: (at, _from, to) => address(at, to),
    said(at, calls) {
      for (const item of callItems(calls)) writeFullstoryItem(at, item);
    },
  };
}
