import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { AttributeChange, ElementSite, ProfileRecorder, RecordSite, TextSite } from '../profile.ts';
import { writeRecord } from '../writeRecord.ts';
import { isFormElement, Level, levelsOf, oneLevel } from './levels.ts';
import type { DatadogOptions } from './options.ts';

const censored = '***';
/** In place of an image; one of its size where the browser knows it. */
const censoredImage = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
const stable = new Set(
  'data-dd-action-name data-testid data-test data-qa data-cy data-test-id data-qa-id data-testing data-component data-element data-source-file data-dd-privacy'.split(
    ' ',
  ),
);
const described = new Set(['title', 'alt', 'placeholder', 'aria-label']);
const withValue = new Set(['input', 'textarea', 'select', 'option']);
const buttons = new Set(['button', 'submit', 'reset']);
/** Their own text is left as it is, masked or not (`getTextContent`). */
const lists = new Set(['datalist', 'select', 'optgroup']);

/** What Datadog's serializer and trackers send (@datadog/browser-rum@7.16.2, esm/domain/record). */
export function createDatadogRecorder({
  actionNameAttribute,
  allowlist,
  mayGrow,
}: DatadogOptions): ProfileRecorder {
  function text(at: RecordSite, { part, data }: TextSite, element: ElementSite): void {
    const { tag } = element;
    const isHtml = element.namespace === 'html';
    let { possible } = at.decision;
    if (isHtml && tag === 'style') possible = Possible.excluded;
    else if (isHtml && lists.has(tag) && possible & Possible.masked) possible = sent(at);
    // Code that a mark keeps from being left out.
    else if (isHtml && tag === 'script' && possible !== Possible.excluded)
      possible = Possible.masked | (possible & Possible.excluded);
    const isCensored = isHtml && (tag === 'option' || tag === 'script');
    const masked = isCensored ? censored : data.replace(/\S/g, 'x');
    // Where the level itself is in doubt, so is this.
    if (
      at.decision.level === oneLevel(Level.maskUnlessAllowlisted) &&
      possible & Possible.captured &&
      possible & Possible.masked
    )
      possible = byAllowlist(at, data);
    const channel = isHtml && tag === 'title' ? 'title' : 'text';
    writeRecord(at, { channel, part, possible, raw: data, masked });
  }

  function byAllowlist({ moment }: RecordSite, data: string): Possible {
    if (data.trim() === '' || allowlist?.has(data.toLowerCase())) return Possible.captured;
    const isOld = mayGrow && moment === 'mutation';
    return !allowlist || isOld ? Possible.captured | Possible.masked : Possible.masked;
  }

  function attributes(at: RecordSite, element: ElementSite): void {
    const { tag } = element;
    const isHtml = element.namespace === 'html';
    const control = isHtml && withValue.has(tag) ? controlOf(element) : null;
    const sendsValue = control !== null && control.value !== '';
    element.eachAttribute((name, value) => {
      const isReplaced = name === 'value' && sendsValue;
      const isState =
        isHtml && ((name === 'selected' && tag === 'option') || (name === 'checked' && isChoice(control)));
      writeAttribute(at, element, name, value, isReplaced || isState);
    });
    if (control && sendsValue) writeValue(at, element, control);
    const sheet = tag === 'link' || tag === 'style' ? element.sheet() : null;
    if (sheet !== null) writeRecord(at, { channel: 'style', possible: sent(at), raw: sheet });
  }

  function writeAttribute(
    at: RecordSite,
    element: ElementSite,
    name: string,
    value: string,
    isDropped: boolean,
  ): void {
    const channel = element.tag === 'meta' && name === 'content' ? 'meta' : 'attribute';
    const state = isDropped ? Possible.excluded : sent(at);
    const mayMask = state !== Possible.excluded && mayBeMasked(element, name, value);
    const masked = mayMask ? stateAt(at, masksAttributes) : state;
    if (masked & Possible.masked) {
      const policy = 'datadog.attribute';
      writeRecord(at, { channel, name, possible: masked, raw: value, masked: maskOf(element), policy });
    } else writeRecord(at, { channel, name, possible: state, raw: value });
  }

  /** `shouldMaskAttribute`: tags are compared in capitals, so those of SVG are none of them. */
  function mayBeMasked(element: ElementSite, name: string, value: string): boolean {
    if (stable.has(name) || name === actionNameAttribute) return false;
    if (described.has(name)) return true;
    const tag = element.namespace === 'html' ? element.tag : '';
    if (name === 'name') return tag !== 'slot';
    if (name.startsWith('data-')) return value !== '';
    if (name === 'href') return tag === 'a';
    if (name === 'srcdoc') return tag === 'iframe';
    return (name === 'src' || name === 'srcset') && (tag === 'img' || tag === 'source');
  }

  /** `getElementInputValue`. */
  function writeValue(at: RecordSite, element: ElementSite, control: ControlState): void {
    const possible = valueState(at, element.tag, control);
    const policy = possible === sent(at) ? undefined : 'datadog.value';
    writeRecord(at, { channel: 'value', possible, raw: control.value, masked: censored, policy });
  }

  /** Of an empty field: what would become of a value. */
  function writeTyped(at: RecordSite, element: ElementSite, control: ControlState): void {
    const possible = valueState(at, element.tag, { ...control, value: 'typed' });
    const policy = possible === sent(at) ? undefined : 'datadog.value';
    writeRecord(at, { channel: 'value', possible, raw: '', masked: '', policy });
  }

  function valueState(at: RecordSite, tag: string, { type, value }: ControlState): Possible {
    const state = sent(at);
    const isButton = tag === 'input' && buttons.has(type);
    if (state === Possible.excluded || isButton) return state;
    const isForm = isFormElement(tag, type);
    const masked = value === '' || tag === 'option' ? Possible.excluded : Possible.masked;
    return stateAt(at, (level) => level === Level.mask || (level !== Level.allow && isForm), masked);
  }

  function attributeChange(at: RecordSite, element: ElementSite, { name, value }: AttributeChange): void {
    if (value === null || at.decision.possible === Possible.excluded) return;
    const control = element.namespace === 'html' && withValue.has(element.tag) ? controlOf(element) : null;
    if (name !== 'value') writeAttribute(at, element, name, value, false);
    else if (control) writeValue(at, element, control);
  }

  function valueChange(at: RecordSite, element: ElementSite, control: ControlState): void {
    // Of a choice only the fact is sent, not its value.
    if (isChoice(control) || element.tag === 'select') return;
    writeValue(at, element, control);
  }

  return {
    document(at, page) {
      if (!page.isTop) return;
      const raw = page.url.replace(/[?#].*$/s, '');
      writeRecord(at, { channel: 'url', possible: Possible.captured, raw, policy: 'datadog.url' });
      const beside = { possible: Possible.captured, stream: 'telemetry', policy: 'datadog.rum' } as const;
      writeRecord(at, { channel: 'url', raw: page.url, ...beside });
      for (const address of page.resources) writeRecord(at, { channel: 'resource', raw: address, ...beside });
    },
    text,
    comment(at, part, data) {
      writeRecord(at, {
        channel: 'comment',
        part,
        possible: Possible.excluded,
        raw: data,
        policy: 'datadog.comment',
      });
    },
    attributes,
    control(at, element, state) {
      if (state.value === '') writeTyped(at, element, state);
    },
    opaque(at, element) {
      writeRecord(at, { channel: 'resource', name: element.tag, possible: Possible.excluded, raw: '' });
    },
    style(at, css, source) {
      if (source === 'inserted' && at.moment === 'snapshot') return;
      // Sheets that are adopted after the first look are not noticed.
      const isMissed = source === 'adopted-later';
      writeRecord(at, { channel: 'style', possible: isMissed ? Possible.excluded : sent(at), raw: css });
    },
    attributeChange,
    valueChange,
  };
}

function controlOf(element: ElementSite): ControlState | null {
  if (element.tag !== 'option') return element.control();
  const value =
    element.attribute('value') ??
    element
      .text()
      .replace(/[\t\n\f\r ]+/g, ' ')
      .trim();
  return { type: '', value, checked: false };
}

function isChoice(control: ControlState | null): boolean {
  return control?.type === 'radio' || control?.type === 'checkbox';
}

/** Attributes of everything that is in the recording at all. */
function sent({ decision }: RecordSite): Possible {
  if (decision.possible === Possible.excluded) return Possible.excluded;
  return Possible.captured | (decision.possible & Possible.excluded);
}

function masksAttributes(level: Level): boolean {
  return level === Level.mask || level === Level.maskUnlessAllowlisted;
}

/** What becomes of something that is in the recording, on each level that may be its element's. */
function stateAt(
  { decision }: RecordSite,
  masks: (level: Level) => boolean,
  masked: Possible = Possible.masked,
): Possible {
  let state = decision.possible & Possible.excluded;
  for (const level of levelsOf(decision.level ?? 0))
    if (level !== Level.hidden && level !== Level.ignore) state |= masks(level) ? masked : Possible.captured;
  return state;
}

/** `serializeAttribute`: all masked attributes of an image become an image of its size. */
function maskOf({ tag, namespace, imageSize }: ElementSite): string {
  if (namespace !== 'html' || (tag !== 'img' && tag !== 'source')) return censored;
  const [width, height] = imageSize() ?? [0, 0];
  if (width === 0 && height === 0) return censoredImage;
  return `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}' style='background-color:silver'%3E%3C/svg%3E`;
}
