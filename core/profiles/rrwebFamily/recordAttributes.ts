import { Possible } from '../../treatment/treatment.ts';
import type { AttributeChange, ElementSite, RecordSite } from '../profile.ts';
import { writeRecord } from '../writeRecord.ts';
import { absoluteCss, transformAttribute } from './addresses.ts';
import { capturedOrMasked, maskedWhereCaptured, unmasked } from './masking.ts';
import type { createRrwebValues } from './recordValues.ts';
import type { RrwebSettings } from './settings.ts';

const controls = new Set(['input', 'textarea', 'select']);
const media = new Set(['video', 'audio']);

/** What is sent of an element's attributes, and of the sheet it brings along. */
export function createRrwebAttributes(settings: RrwebSettings, values: ReturnType<typeof createRrwebValues>) {
  const { maskInput, maskAttribute } = settings;

  function attributes(at: RecordSite, element: ElementSite): void {
    const { tag } = element;
    const possible = unmasked(at.decision.possible);
    const control = controls.has(tag) && element.namespace === 'html' ? element.control() : null;
    const sendsValue = control !== null && values.sendsValue(element, control);
    const isLink = tag === 'link';
    const sent = isLink && !settings.linksHaveSheets ? element.listedSheet : element.sheet;
    const sheet = sendsSheet(element) ? sent() : null;
    const isInlined = sheet !== null && isLink;
    element.eachAttribute((name, value) => {
      const lower = name.toLowerCase();
      const state = isSent(lower, element, sendsValue, isInlined) ? possible : Possible.excluded;
      const channel = tag === 'meta' && lower === 'content' ? 'meta' : 'attribute';
      const raw = state === Possible.excluded ? value : transformAttribute(element, lower, value);
      write(at, channel, name, isKeptClass(at, name) ? Possible.captured : state, raw);
    });
    if (sheet !== null) write(at, 'style', undefined, possible, absoluteCss(sheet, element.base()));
    if (control && sendsValue) values.write(at, element, control);
  }

  function write(
    at: RecordSite,
    channel: 'attribute' | 'meta' | 'style',
    name: string | undefined,
    state: Possible,
    raw: string,
  ): void {
    const item = name === undefined ? { channel, raw } : { channel, raw, name };
    if (maskAttribute === null || raw === '' || !(state & Possible.captured)) {
      writeRecord(at, { ...item, possible: state });
    } else if (maskAttribute === 'unknown') {
      writeRecord(at, { ...item, possible: state | capturedOrMasked, policy: 'rrweb.function' });
    } else {
      const masked = maskAttribute(raw);
      writeRecord(at, { ...item, possible: maskedWhereCaptured(state), masked, policy: 'rrweb.attributes' });
    }
  }

  function sendsSheet(element: ElementSite): boolean {
    if (element.tag === 'link') return settings.inlineStylesheet;
    if (element.tag !== 'style') return false;
    return !settings.stylesInText || !element.hasChildren() || element.text().trim() === '';
  }

  /** A blocked element keeps its class, whatever it says; what is in it keeps nothing. */
  function isKeptClass({ decision, node }: RecordSite, name: string): boolean {
    return (
      name === 'class' &&
      decision.possible === Possible.excluded &&
      decision.node === node &&
      decision.winner >= 0
    );
  }

  function isSent(name: string, element: ElementSite, sendsValue: boolean, isInlined: boolean): boolean {
    switch (name) {
      case 'autoplay':
        return !media.has(element.tag);
      case 'value':
        return !sendsValue;
      case 'selected':
        return element.tag !== 'option' || !maskInput.has('select');
      case 'rel':
      case 'href':
        return !isInlined;
      case 'src':
        return element.tag !== 'iframe' || settings.keepsFrameAddress !== false || !element.frameIsReadable();
      default:
        return true;
    }
  }

  function change(at: RecordSite, element: ElementSite, { name, value, before }: AttributeChange): void {
    const { tag } = element;
    const lower = name.toLowerCase();
    if (lower === 'type' && tag === 'input' && before?.toLowerCase() === 'password')
      values.passwords.add(at.node);
    if (value === null) return;
    if (lower === 'value' && values.masks(at, element, element.control())) {
      values.writeAs(at, 'attribute', name, value, true);
      return;
    }
    const isFrameAddress = tag === 'iframe' && lower === 'src' && settings.keepsFrameAddress === false;
    const isDropped =
      (lower === 'autoplay' && media.has(tag)) || (isFrameAddress && element.frameIsReadable());
    const state = isDropped ? Possible.excluded : unmasked(at.decision.possible);
    write(at, 'attribute', name, state, transformAttribute(element, lower, value));
  }

  return { attributes, change };
}
