import { Possible } from '../../treatment/treatment.ts';
import type { ElementSite, PageSite, ProfileRecorder, RecordSite, TextSite } from '../profile.ts';
import { writeRecord } from '../writeRecord.ts';
import { absoluteCss } from './addresses.ts';
import type { RrwebDecisions } from './decide.ts';
import { capturedOrMasked, masking, unmasked } from './masking.ts';
import { createRrwebAttributes } from './recordAttributes.ts';
import { createRrwebValues } from './recordValues.ts';
import type { RrwebSettings } from './settings.ts';

/** What rrweb sends in place of code. */
const placeholder = 'SCRIPT_PLACEHOLDER';

/** What rrweb's serializer and observers send of each kind of content. */
export function createRrwebRecorder(
  settings: RrwebSettings,
  decisions: Pick<RrwebDecisions, 'marks'>,
): ProfileRecorder {
  const { slim } = settings;
  const values = createRrwebValues(settings, decisions);
  const attributes = createRrwebAttributes(settings, decisions, values);

  function document(at: RecordSite, page: PageSite): void {
    // The Meta event; a frame's document has none.
    if (!page.isTop) return;
    settings.elementMasks?.atAddress?.(page.url);
    const raw = settings.pageAddress ? settings.pageAddress(page.url) : page.url;
    writeRecord(at, { channel: 'url', possible: metaState(at), raw });
    if (settings.tellsTitle)
      writeRecord(at, {
        channel: 'title',
        possible: Possible.captured,
        raw: page.title,
        policy: 'rrweb.title',
      });
  }

  /** It is sent before anything of the page is looked at. */
  function metaState({ decision }: RecordSite): Possible {
    return settings.hasEventFilter ? decision.possible : Possible.captured;
  }

  function navigation(at: RecordSite, _from: string, to: string): void {
    settings.elementMasks?.atAddress?.(to);
    if (settings.tellsNavigation) writeRecord(at, { channel: 'url', possible: Possible.captured, raw: to });
  }

  function text(at: RecordSite, { part, data, isChange }: TextSite, element: ElementSite): void {
    const { tag } = element;
    const isHtml = element.namespace === 'html';
    let possible = at.decision.possible;
    if (tag === 'script' && (isHtml || settings.replacesAllScripts)) {
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
    // Not HTML, not in capitals: to posthog-js it is text like any other.
    if (tag === 'style' && (isHtml || !settings.stylesInText)) {
      styleText(at, part, data, element, isHtml);
      return;
    }
    if (tag === 'textarea' && isChange !== undefined) values.areaChange(at, element);
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
      const possible = state | capturedOrMasked;
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
    if (settings.stylesInText && isHtml) {
      writeRecord(at, {
        channel: 'style',
        part,
        possible: unmasked(at.decision.possible),
        raw: absoluteCss(sheetOrText(data, element), element.base(), settings.cssAddresses),
      });
      return;
    }
    let possible = at.decision.possible;
    // The sheet's rules are sent with the element; its text is then left out.
    if (element.sheet() !== null) possible = Possible.excluded;
    else if (isHtml) possible = unmasked(possible);
    const raw = isHtml ? absoluteCss(data, element.base(), settings.cssAddresses) : data;
    writeRecord(at, { channel: 'style', part, possible, raw, masked: masking(settings.maskText, data) });
  }

  function comment(at: RecordSite, part: number, data: string): void {
    const possible = slim.comment ? Possible.excluded : unmasked(at.decision.possible);
    writeRecord(at, { channel: 'comment', part, possible, raw: data });
  }

  function opaque(at: RecordSite, element: ElementSite): void {
    const isDrawn = element.tag === 'canvas' && settings.recordsCanvas;
    const state =
      isDrawn && at.decision.possible !== Possible.excluded
        ? capturedOrMasked | Possible.excluded
        : Possible.excluded;
    writeRecord(at, { channel: 'resource', name: element.tag, possible: state, raw: '' });
  }

  /** The plugin's events are part of the recording; nothing masks them. */
  function consoleLine(at: RecordSite, raw: string): void {
    writeRecord(at, { channel: 'console', possible: Possible.captured, raw, policy: 'rrweb.console' });
  }

  return {
    document,
    text,
    comment,
    attributes: attributes.attributes,
    // A value that is there was written with the attributes: what is sent for `value` depends on both.
    control(at, element, state) {
      if (!values.sendsValue(element, state)) values.change(at, element, { ...state, value: '' });
    },
    opaque,
    style(at, css, source) {
      if (source === 'inserted' && at.moment === 'snapshot') return;
      writeRecord(at, { channel: 'style', possible: unmasked(at.decision.possible), raw: css });
    },
    attributeChange: attributes.change,
    valueChange: values.change,
    navigation,
    ...(settings.recordsConsole && { console: consoleLine }),
  };
}

/** The sheet's rules where the text is all of it; else the text as it is written (posthog-js). */
function sheetOrText(data: string, element: ElementSite): string {
  const sheet = element.text() === data ? element.sheet() : null;
  return sheet ?? data;
}

const dataType = /json|template|^text\/(?!javascript)/i;

function isData(script: ElementSite): boolean {
  return dataType.test(script.attribute('type') ?? '');
}
