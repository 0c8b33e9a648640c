import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { AttributeChange, ElementSite, ProfileRecorder, RecordSite, TextSite } from '../profile.ts';
import { absoluteCss, transformAttribute } from '../rrwebFamily/addresses.ts';
import { capturedOrMasked, unmasked } from '../rrwebFamily/masking.ts';
import { allInputs, starText, starValue } from '../rrwebFamily/settings.ts';
import { writeRecord } from '../writeRecord.ts';
import { isAddress, isDropped, isKeptClass, sheetOf, withoutBackgroundImage } from './attributes.ts';
import { type createSentryDecisions, Nearest } from './decide.ts';
import type { SentryOptions } from './options.ts';
import { createClickRecorder } from './recordClick.ts';
import { SentryList } from './rules.ts';

const forcedAutocomplete = new Set(
  'current-password new-password cc-number cc-exp cc-exp-month cc-exp-year cc-csc'.split(' '),
);
const controls = new Set(['input', 'textarea', 'select', 'option']);

/** Sent as they are: `transformAttribute` returns before it masks. */
const unmaskable = new Set(['src', 'href', 'srcset', 'style']);

/** What Sentry's fork of rrweb sends, and the breadcrumbs and spans that travel with it. */
export function createSentryRecorder(
  options: SentryOptions,
  decisions: ReturnType<typeof createSentryDecisions>,
): ProfileRecorder {
  const { maskAttributes, maskAllText, hasMaskFunction } = options;
  const maskedTypes = new Set(
    options.maskAllInputs
      ? [...allInputs.filter((type) => type !== 'password'), 'hidden', 'radio', 'checkbox']
      : [],
  );
  const passwords = new Set<number>();

  function text(at: RecordSite, { part, data, isChange }: TextSite, element: ElementSite): void {
    const { tag } = element;
    const { decision } = at;
    const isHtml = element.namespace === 'html';
    if (isHtml && tag === 'script') {
      writeRecord(at, {
        channel: 'text',
        part,
        possible: Possible.excluded,
        raw: data,
        policy: 'sentry.script',
      });
      return;
    }
    if (isHtml && tag === 'style') {
      const sheet = element.text() === data ? element.sheet() : null;
      const raw = absoluteCss(sheet ?? data, element.base());
      writeRecord(at, { channel: 'style', part, possible: unmasked(decision.possible), raw });
      return;
    }
    const channel = isHtml && tag === 'title' ? 'title' : 'text';
    // Text directly in a shadow root has no parent element, and what has none is not masked.
    if (tag === '') {
      writeText(at, channel, part, data, unmasked(decision.possible), starText);
      return;
    }
    const alsoInput = isHtml && (tag === 'textarea' || tag === 'option') && !isChange;
    const asInput = alsoInput
      ? inputState(decision.possible, decision.level, masksType(tag, null))
      : Possible.captured;
    const possible = alsoInput ? withInput(decision.possible, asInput) : decision.possible;
    // Of an option that is masked as an input too, white space is starred with the rest.
    const isFull = tag === 'option' && (asInput & Possible.masked) !== 0;
    writeText(at, channel, part, data, possible, isFull ? starValue : starText);
  }

  function writeText(
    at: RecordSite,
    channel: 'text' | 'title',
    part: number,
    raw: string,
    state: Possible,
    mask: (text: string) => string,
  ): void {
    if (hasMaskFunction && state & Possible.masked) {
      writeRecord(at, { channel, part, possible: state | capturedOrMasked, raw, policy: 'sentry.function' });
      return;
    }
    const masked = state & Possible.masked ? mask(raw) : '';
    writeRecord(at, { channel, part, possible: state, raw, masked });
  }

  /** Text that is masked as text or as input: of the two, either is enough. */
  function withInput(state: Possible, asInput: Possible): Possible {
    return asInput & Possible.masked && !(asInput & Possible.captured) ? asInput : state;
  }

  /** What becomes of a value: the nearest rule, else whether this kind of input is masked. */
  function inputState(state: Possible, level: number = Nearest.neither, isMasked: boolean): Possible {
    if (state === Possible.excluded) return state;
    let possible = state & Possible.excluded;
    if (level & Nearest.neither) possible |= isMasked ? Possible.masked : Possible.captured;
    if (level & Nearest.mask) possible |= Possible.masked;
    if (level & Nearest.unmask) possible |= Possible.captured;
    return possible;
  }

  function masksType(tag: string, type: string | null): boolean {
    const name = tag === 'option' ? 'select' : tag;
    if (maskedTypes.has(name) || type === 'password') return true;
    return type !== null && maskedTypes.has(type);
  }

  function attributes(at: RecordSite, element: ElementSite): void {
    const { tag } = element;
    const isHtml = element.namespace === 'html';
    const possible = unmasked(at.decision.possible);
    const control = isHtml && controls.has(tag) ? controlOf(element) : null;
    // A field of another namespace has no `value` to ask for, and nothing takes the attribute's place.
    const sendsValue = control !== null && sendsCurrentValue(element, control);
    const losesValue = !isHtml && controls.has(tag);
    const sheet = sheetOf(element);
    element.eachAttribute((name, value) => {
      const lower = name.toLowerCase();
      const isReplaced =
        (lower === 'value' && (sendsValue || losesValue)) ||
        (tag === 'link' &&
          sheet !== null &&
          (lower === 'rel' || lower === 'href' || lower === 'crossorigin'));
      const state = isReplaced || isDropped(element, lower) ? Possible.excluded : possible;
      writeAttribute(at, element, name, value, isKeptClass(at, name) ? Possible.captured : state);
    });
    if (sheet !== null)
      writeRecord(at, { channel: 'style', possible, raw: absoluteCss(sheet, element.base()) });
    if (control && sendsValue) writeValue(at, element, control);
  }

  function writeAttribute(
    at: RecordSite,
    element: ElementSite,
    name: string,
    value: string,
    state: Possible,
  ): void {
    const lower = name.toLowerCase();
    const channel = element.tag === 'meta' && lower === 'content' ? 'meta' : 'attribute';
    const masked = state & Possible.captured ? maskedAttribute(at, element, lower, value) : undefined;
    if (masked === undefined) {
      const raw = state === Possible.excluded ? value : transformed(at, element, lower, value);
      writeRecord(at, { channel, name, possible: state, raw });
    } else {
      const certain = (state & ~Possible.captured) | Possible.masked;
      const unmaskedMaybe =
        decisions.strength(at.hits, SentryList.unmask) === 'maybe' ? Possible.captured : 0;
      writeRecord(at, {
        channel,
        name,
        possible: certain | unmaskedMaybe,
        raw: value,
        masked,
        policy: 'sentry.attribute',
      });
    }
  }

  function transformed(at: RecordSite, element: ElementSite, name: string, value: string): string {
    const sent = transformAttribute(element, name, value);
    // Only the first look leaves them out: @sentry/replay@11.12.0 passes no `ignoreCSSAttributes` for a mutation.
    if (name !== 'style' || !options.blockAllMedia || at.moment !== 'snapshot') return sent;
    return withoutBackgroundImage(sent);
  }

  /** @returns undefined when it is not masked. An unmask rule counts only on the very element. */
  function maskedAttribute(
    at: Pick<RecordSite, 'hits'>,
    element: ElementSite,
    name: string,
    value: string,
  ): string | undefined {
    if (value === '' || unmaskable.has(name) || isAddress(element, name, value)) return undefined;
    if (decisions.strength(at.hits, SentryList.unmask) === true) return undefined;
    const isButton =
      maskAllText &&
      name === 'value' &&
      element.tag === 'input' &&
      /^(?:submit|button)$/.test(element.attribute('type') ?? '');
    return isButton || maskAttributes.has(name) ? starText(value) : undefined;
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

  function sendsCurrentValue(element: ElementSite, { type, value }: ControlState): boolean {
    if (type === 'submit' || type === 'button') return false;
    return value !== '' || (element.attribute('value') ?? '') !== '';
  }

  function writeValue(at: RecordSite, element: ElementSite, control: ControlState): void {
    const { tag } = element;
    const isChoice = control.type === 'radio' || control.type === 'checkbox';
    const raw = isChoice ? (element.attribute('value') ?? '') : control.value;
    const isForced = tag === 'input' && forcedAutocomplete.has(element.attribute('autocomplete') ?? '');
    const wasPassword = passwords.has(at.node) || element.attribute('data-rr-is-password') !== null;
    const type = wasPassword ? 'password' : control.type;
    const { possible: state, level } = at.decision;
    const kept = state & Possible.excluded;
    const possible =
      isForced && state !== Possible.excluded
        ? Possible.masked | kept
        : inputState(state, level, masksType(tag, type));
    writeRecord(at, { channel: 'value', possible, raw, masked: starValue(raw), policy: 'sentry.input' });
  }

  function attributeChange(
    at: RecordSite,
    element: ElementSite,
    { name, value, before }: AttributeChange,
  ): void {
    const lower = name.toLowerCase();
    const { tag } = element;
    if (lower === 'type' && tag === 'input' && before?.toLowerCase() === 'password') passwords.add(at.node);
    if (value === null) return;
    const control = lower === 'value' ? element.control() : null;
    if (control) {
      writeValue(at, element, control);
      return;
    }
    const state = isDropped(element, lower) ? Possible.excluded : unmasked(at.decision.possible);
    writeAttribute(at, element, name, value, state);
  }

  const sent = (channel: 'url' | 'resource' | 'console') => (at: RecordSite, raw: string, name?: string) =>
    writeRecord(at, {
      channel,
      possible: Possible.captured,
      raw,
      policy: 'sentry.beside',
      ...(name && { name }),
    });
  const resource = sent('resource');
  const url = sent('url');

  return {
    document(at, page) {
      if (!page.isTop) return;
      url(at, page.url);
      for (const address of page.resources) resource(at, address);
    },
    text,
    comment(at, part, data) {
      writeRecord(at, {
        channel: 'comment',
        part,
        possible: Possible.excluded,
        raw: data,
        policy: 'sentry.slim',
      });
    },
    attributes,
    // What is there was written with the attributes; of an empty field, what would become of a value.
    control(at, element, state) {
      if (!sendsCurrentValue(element, state)) writeValue(at, element, { ...state, value: '' });
    },
    opaque(at, element) {
      writeRecord(at, { channel: 'resource', name: element.tag, possible: Possible.excluded, raw: '' });
    },
    style(at, css, source) {
      if (source === 'inserted' && at.moment === 'snapshot') return;
      writeRecord(at, { channel: 'style', possible: unmasked(at.decision.possible), raw: css });
    },
    attributeChange,
    valueChange: writeValue,
    click: createClickRecorder(maskAttributes, decisions),
    console: sent('console'),
    resource,
    navigation: (at, _from, to) => url(at, to),
  };
}
