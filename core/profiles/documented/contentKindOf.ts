import type { CaptureChannel } from '../../capture/captureRecord.ts';
import type { ElementSite } from '../profile.ts';
import type { ContentKind } from './contentPolicy.ts';

/** Which channel and policy row a text node is, by the element it is in; undefined: never part of a recording. */
export function textPlace(
  element: ElementSite,
): { readonly channel: CaptureChannel; readonly kind: ContentKind } | undefined {
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

/** Which policy row an attribute is; `name` in lower case. */
export function attributeKind(site: ElementSite, name: string): ContentKind {
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
