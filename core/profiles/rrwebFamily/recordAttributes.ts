import { Possible } from '../../treatment/treatment.ts';
import type { AttributeChange, ElementSite, RecordSite } from '../profile.ts';
import { writeRecord } from '../writeRecord.ts';
import { absoluteCss, transformAttribute } from './addresses.ts';
import { matchesClass, type RrwebDecisions } from './decide.ts';
import type { Verdict } from './elementMasks.ts';
import { capturedOrMasked, unmasked } from './masking.ts';
import type { createRrwebValues } from './recordValues.ts';
import type { RrwebSettings } from './settings.ts';

const controls = new Set(['input', 'textarea', 'select']);
const media = new Set(['video', 'audio']);

interface WrittenText {
  readonly channel: 'attribute' | 'meta' | 'style';
  readonly name?: string;
  readonly raw: string;
  readonly state: Possible;
  /** Of an element that came after the first look. */
  readonly isAdded?: boolean;
}

/** What is sent of an element's attributes, and of the sheet it brings along. */
export function createRrwebAttributes(
  settings: RrwebSettings,
  decisions: Pick<RrwebDecisions, 'marks'>,
  values: ReturnType<typeof createRrwebValues>,
) {
  const { maskInput, maskAttribute, elementMasks, cssAddresses } = settings;

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
      if (isMaskedPlaceholder(lower, element) && value !== '') {
        placeholder(at, element, name, value);
        return;
      }
      const channel = tag === 'meta' && lower === 'content' ? 'meta' : 'attribute';
      const raw =
        state === Possible.excluded ? value : transformAttribute(element, lower, value, cssAddresses);
      const kept = isKeptClass(at, element, name) ? Possible.captured : state;
      write(at, element, { channel, name, raw, state: kept, isAdded: at.moment === 'mutation' });
    });
    if (settings.tellsNavigation && tag === 'iframe') frameAddress(at, element);
    if (sheet !== null) {
      const raw = absoluteCss(sheet, element.base(), cssAddresses);
      write(at, element, { channel: 'style', raw, state: possible });
    }
    if (control && sendsValue) values.write(at, element, control);
  }

  /** Addresses are watched in frames too, whatever becomes of the attribute. */
  function frameAddress(at: RecordSite, element: ElementSite): void {
    const source = element.attribute('src');
    if (!source || !element.frameIsReadable()) return;
    const isBlockedItself = at.decision.possible === Possible.excluded && at.decision.node === at.node;
    writeRecord(at, {
      channel: 'url',
      possible: isBlockedItself ? Possible.captured : unmasked(at.decision.possible),
      raw: element.resolve(source),
      policy: 'rrweb.navigation',
    });
  }

  function write(at: RecordSite, element: ElementSite, text: WrittenText): void {
    const { channel, name, raw, state } = text;
    const item = name === undefined ? { channel, raw } : { channel, raw, name };
    const isAsked = raw !== '' && (state & Possible.captured) !== 0;
    const verdict = isAsked ? verdictOn(at, element, text) : Possible.captured;
    if (maskAttribute === null || verdict === Possible.captured) {
      writeRecord(at, { ...item, possible: state });
    } else if (maskAttribute === 'unknown') {
      writeRecord(at, { ...item, possible: state | capturedOrMasked, policy: 'rrweb.function' });
    } else {
      const possible = (state & ~Possible.captured) | verdict;
      writeRecord(at, { ...item, possible, masked: maskAttribute(raw), policy: 'rrweb.attributes' });
    }
  }

  /** Whether an attribute is masked: all of them, or those that the vendor's function picks. */
  function verdictOn(
    { decision }: RecordSite,
    element: ElementSite,
    { name, isAdded }: WrittenText,
  ): Verdict {
    if (maskAttribute === null) return Possible.captured;
    if (!elementMasks) return Possible.masked;
    if (name === undefined || !elementMasks.attribute) return Possible.captured;
    if (isAdded && !settings.masksAddedAttributes) return Possible.captured;
    return elementMasks.attribute(name, decisions.marks(decision.level), element);
  }

  function isMaskedPlaceholder(name: string, { tag }: ElementSite): boolean {
    return settings.masksPlaceholder && name === 'placeholder' && (tag === 'input' || tag === 'textarea');
  }

  function placeholder(at: RecordSite, element: ElementSite, name: string, raw: string): void {
    const control = element.control();
    const verdict = values.verdictOn(at, element, control);
    values.writeAs(at, { channel: 'attribute', name, raw, verdict, type: control?.type });
  }

  function sendsSheet(element: ElementSite): boolean {
    if (element.tag === 'link') return settings.inlineStylesheet;
    if (element.tag !== 'style') return false;
    return !settings.stylesInText || !element.hasChildren() || element.text().trim() === '';
  }

  /** A blocked element keeps its class, whatever it says; what is in it keeps nothing. */
  function isKeptClass({ decision, node }: RecordSite, element: ElementSite, name: string): boolean {
    if (name !== 'class' || decision.possible !== Possible.excluded || decision.node !== node) return false;
    return decision.winner >= 0 || matchesClass(element, settings.blockClass) === true;
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
    if (lower === 'value' || (settings.masksPlaceholder && lower === 'placeholder')) {
      const control = element.control();
      const verdict = values.verdictOn(at, element, control);
      if (verdict !== Possible.captured) {
        values.writeAs(at, { channel: 'attribute', name, raw: value, verdict, type: control?.type });
        return;
      }
    }
    const isFrameAddress = tag === 'iframe' && lower === 'src' && settings.keepsFrameAddress === false;
    const isDropped =
      (lower === 'autoplay' && media.has(tag)) || (isFrameAddress && element.frameIsReadable());
    const state = isDropped ? Possible.excluded : unmasked(at.decision.possible);
    const raw = transformAttribute(element, lower, value, cssAddresses);
    write(at, element, { channel: 'attribute', name, raw, state });
  }

  return { attributes, change };
}
