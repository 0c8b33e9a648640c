import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible } from '../../treatment/treatment.ts';
import type {
  AttributeChange,
  ElementSite,
  PageSite,
  ProfileRecorder,
  RecordSite,
  TextSite,
} from '../profile.ts';
import { writeRecord } from '../writeRecord.ts';
import { absoluteCss, transformAttribute } from './addresses.ts';
import type { MaskFunction, RrwebSettings } from './settings.ts';

const anything = Possible.captured | Possible.masked;
const controls = new Set(['input', 'textarea', 'select']);
/** Compared with the attribute as it is written: `type="SUBMIT"` is none of them (rrweb-snapshot@2.2.2 `serializeElementNode`). */
const valueless = new Set(['radio', 'checkbox', 'submit', 'button']);
const media = new Set(['video', 'audio']);
/** Not HTML: its `tagName` is in lower case, and code and styles are told by upper case. */
const placeholder = 'SCRIPT_PLACEHOLDER';

/** What rrweb's serializer and observers send of each kind of content. */
export function createRrwebRecorder(settings: RrwebSettings): ProfileRecorder {
  const { maskInput, slim } = settings;
  /** Shown later on: a password stays one (rrweb@2.2.2 `processMutation` marks it). */
  const passwords = new Set<number>();

  function document(at: RecordSite, page: PageSite): void {
    // The Meta event; a frame's document has none.
    if (page.isTop) writeRecord(at, { channel: 'url', possible: Possible.captured, raw: page.url });
  }

  function text(at: RecordSite, { part, data }: TextSite, element: ElementSite): void {
    const { tag } = element;
    const isHtml = element.namespace === 'html';
    let possible = at.decision.possible;
    if (tag === 'script' && isHtml) {
      const shown = possible === Possible.excluded ? Possible.excluded : Possible.masked;
      const channel = isData(element) ? 'jsonld' : 'text';
      writeRecord(at, {
        channel,
        part,
        possible: shown,
        raw: data,
        masked: placeholder,
        policy: 'rrweb.script',
      });
      return;
    }
    if (tag === 'style') {
      styleText(at, part, data, element, isHtml);
      return;
    }
    // A text area's children are left out where its value is sent instead.
    if (tag === 'textarea' && element.control()?.value) possible = Possible.excluded;
    const channel = tag === 'title' && isHtml ? 'title' : 'text';
    writeText(at, channel, part, data, possible);
  }

  function writeText(
    at: RecordSite,
    channel: 'title' | 'text',
    part: number,
    data: string,
    state: Possible,
  ): void {
    const { maskText } = settings;
    if (maskText === 'unknown' && state & Possible.masked) {
      const possible = state | anything;
      writeRecord(at, { channel, part, possible, raw: data, policy: 'rrweb.function' });
      return;
    }
    const masked = state & Possible.masked ? masking(maskText, data) : '';
    writeRecord(at, { channel, part, possible: state, raw: data, masked });
  }

  function styleText(
    at: RecordSite,
    part: number,
    data: string,
    element: ElementSite,
    isHtml: boolean,
  ): void {
    let possible = at.decision.possible;
    // The sheet's rules are sent with the element; its text is then left out.
    if (element.sheet() !== null) possible = Possible.excluded;
    else if (isHtml) possible = unmasked(possible);
    const raw = isHtml ? absoluteCss(data, element.base()) : data;
    writeRecord(at, { channel: 'style', part, possible, raw, masked: masking(settings.maskText, data) });
  }

  function comment(at: RecordSite, part: number, data: string): void {
    const possible = slim.comment ? Possible.excluded : unmasked(at.decision.possible);
    writeRecord(at, { channel: 'comment', part, possible, raw: data });
  }

  function attributes(at: RecordSite, element: ElementSite): void {
    const { tag } = element;
    const possible = unmasked(at.decision.possible);
    const isControl = controls.has(tag) && element.namespace === 'html';
    const control = isControl ? element.control() : null;
    const sendsValue = control !== null && sendsValueOf(element, control);
    const sheet = tag === 'style' || (tag === 'link' && settings.inlineStylesheet) ? element.sheet() : null;
    element.eachAttribute((name, value) => {
      const lower = name.toLowerCase();
      const kept = lower === 'class' && name === 'class' ? Possible.captured : possible;
      const state = isSent(lower, element, sendsValue, sheet !== null && tag === 'link')
        ? kept
        : Possible.excluded;
      const channel = tag === 'meta' && lower === 'content' ? 'meta' : 'attribute';
      const raw = state === Possible.excluded ? value : transformAttribute(element, lower, value);
      // A blocked element keeps its class, whatever it says.
      writeRecord(at, { channel, name, possible: enclosed(at, lower) ?? state, raw });
    });
    if (sheet !== null)
      writeRecord(at, { channel: 'style', possible, raw: absoluteCss(sheet, element.base()) });
    if (control && sendsValue) writeValue(at, element, control);
  }

  /** Inside a blocked element nothing is sent, not even a class. */
  function enclosed(at: RecordSite, name: string): Possible | undefined {
    if (at.decision.possible !== Possible.excluded) return undefined;
    return name === 'class' && at.decision.node === at.node && at.decision.winner >= 0
      ? Possible.captured
      : Possible.excluded;
  }

  function isSent(name: string, element: ElementSite, sendsValue: boolean, isInlined: boolean): boolean {
    const { tag } = element;
    if (name === 'autoplay') return !media.has(tag);
    if (name === 'value') return !sendsValue;
    if (name === 'selected' && tag === 'option') return !maskInput.has('select');
    if (isInlined && (name === 'rel' || name === 'href')) return false;
    if (name === 'src' && tag === 'iframe')
      return settings.keepsFrameAddress !== false || !element.frameIsReadable();
    return true;
  }

  function sendsValueOf(element: ElementSite, control: ControlState): boolean {
    return control.value !== '' && !valueless.has(element.attribute('type') ?? '');
  }

  function writeValue(at: RecordSite, element: ElementSite, control: ControlState): void {
    const state = unmasked(at.decision.possible);
    const isMasked = masksValue(at, element, control);
    const { maskInputValue } = settings;
    if (isMasked && maskInputValue === 'unknown') {
      const possible = state === Possible.excluded ? state : anything;
      writeRecord(at, { channel: 'value', possible, raw: control.value, policy: 'rrweb.function' });
      return;
    }
    const possible =
      isMasked && state & Possible.captured ? (state & ~Possible.captured) | Possible.masked : state;
    const masked = isMasked ? masking(maskInputValue, control.value) : '';
    writeRecord(at, {
      channel: 'value',
      possible,
      raw: control.value,
      masked,
      policy: isMasked ? 'rrweb.input' : undefined,
    });
  }

  function masksValue(at: RecordSite, element: ElementSite, control: ControlState): boolean {
    const wasPassword = passwords.has(at.node) || element.attribute('data-rr-is-password') !== null;
    const type = wasPassword ? 'password' : domTypeOf(element, control);
    return maskInput.has(element.tag) || maskInput.has(type);
  }

  function attributeChange(
    at: RecordSite,
    element: ElementSite,
    { name, value, before }: AttributeChange,
  ): void {
    const lower = name.toLowerCase();
    if (lower === 'type' && element.tag === 'input' && before?.toLowerCase() === 'password')
      passwords.add(at.node);
    if (value === null) return;
    const possible = unmasked(at.decision.possible);
    const control = element.control();
    if (lower === 'value' && (maskInput.has(element.tag) || (control && masksValue(at, element, control)))) {
      const masked = masking(settings.maskInputValue, value);
      const state = settings.maskInputValue === 'unknown' ? anything : Possible.masked;
      writeRecord(at, {
        channel: 'attribute',
        name,
        possible: state,
        raw: value,
        masked,
        policy: 'rrweb.input',
      });
      return;
    }
    const isFrameAddress = element.tag === 'iframe' && lower === 'src';
    const isDropped =
      (lower === 'autoplay' && media.has(element.tag)) || (isFrameAddress && element.frameIsReadable());
    const state = isDropped && settings.keepsFrameAddress === false ? Possible.excluded : possible;
    writeRecord(at, {
      channel: 'attribute',
      name,
      possible: state,
      raw: transformAttribute(element, lower, value),
    });
  }

  /** The input event: a choice is sent with its value, in clear (rrweb@2.2.2 `initInputObserver`). */
  function valueChange(at: RecordSite, element: ElementSite, control: ControlState): void {
    if (control.type === 'radio' || control.type === 'checkbox') {
      writeRecord(at, { channel: 'value', possible: unmasked(at.decision.possible), raw: control.value });
      return;
    }
    writeValue(at, element, control);
  }

  function opaque(at: RecordSite, element: ElementSite): void {
    const isDrawn = element.tag === 'canvas' && settings.recordsCanvas;
    const state =
      isDrawn && at.decision.possible !== Possible.excluded
        ? anything | Possible.excluded
        : Possible.excluded;
    writeRecord(at, { channel: 'resource', name: element.tag, possible: state, raw: '' });
  }

  return {
    document,
    text,
    comment,
    attributes,
    // Written with the attributes: what is sent for `value` depends on both.
    control: () => undefined,
    opaque,
    style(at, css, source) {
      if (source === 'inserted' && at.moment === 'snapshot') return;
      writeRecord(at, { channel: 'style', possible: unmasked(at.decision.possible), raw: css });
    },
    attributeChange,
    valueChange,
  };
}

/** `element.type`: what the browser makes of the attribute. */
function domTypeOf(element: ElementSite, control: ControlState): string {
  if (element.tag !== 'select') return control.type;
  return element.attribute('multiple') === null ? 'select-one' : 'select-multiple';
}

/** A text mask reaches text only. */
function unmasked(possible: Possible): Possible {
  return possible & Possible.masked ? (possible & ~Possible.masked) | Possible.captured : possible;
}

function masking(mask: MaskFunction, text: string): string {
  return mask === 'unknown' ? '' : mask(text);
}

const dataType = /json|template|^text\/(?!javascript)/i;

function isData(script: ElementSite): boolean {
  return dataType.test(script.attribute('type') ?? '');
}
