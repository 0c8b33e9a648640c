import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible } from '../../treatment/treatment.ts';
import type { ElementSite, LateChain, ProfileRecorder, RecordSite, TextSite } from '../profile.ts';
import { type WrittenItem, writeRecord } from '../writeRecord.ts';
import { unreadAttributes } from './decide.ts';
import { type Hint, Privacy, scrub } from './masking.ts';
import { type ClarityOptions, dropParameters } from './options.ts';
import { structuredValues } from './structuredValues.ts';

const addresses = new Set(['src', 'srcset', 'title', 'alt', 'href', 'xlink:href']);
const logged = new Set(['og:title', 'og:type', 'generator']);
const media = new Set(['video', 'audio', 'source']);
/** Elements that leave nothing of themselves in the recording. */
const skipped = new Set(['script', 'noscript', 'base']);
const clickText = 25;
const clickClass = 50;

/** What Clarity uploads (clarity-js@0.8.70, layout/encode.ts, layout/node.ts, interaction/encode.ts). */
export function createClarityRecorder({ overrides, drop }: ClarityOptions): ProfileRecorder {
  type Item = Pick<WrittenItem, 'channel' | 'raw' | 'name' | 'part'>;

  /** A value scrubbed for the privacy of its element. */
  function write(at: RecordSite, item: Item, hint: Hint, privacy = privacyOf(at)): void {
    if (at.decision.possible === Possible.excluded) {
      leaveOut(at, item);
      return;
    }
    const sent = scrub(item.raw, hint, privacy);
    if (sent === item.raw) writeRecord(at, { ...item, possible: Possible.captured });
    // Emptied: nothing of it leaves.
    else if (sent === '') leaveOut(at, item);
    // Words without digits stay readable beside those that are redacted.
    else if (keepsWords(item.raw, sent)) writeRecord(at, { ...item, raw: sent, possible: Possible.captured });
    else writeRecord(at, { ...item, possible: Possible.masked, masked: sent });
  }

  function leaveOut(at: RecordSite, item: Item): void {
    writeRecord(at, { ...item, possible: Possible.excluded, policy: 'clarity.unread' });
  }

  function keep(at: RecordSite, item: Item): void {
    writeRecord(at, { ...item, possible: Possible.captured, policy: 'clarity.kept' });
  }

  function text(at: RecordSite, { part, data }: TextSite, element: ElementSite): void {
    const { tag } = element;
    const isHtml = element.namespace !== 'svg';
    const item: Item = { channel: 'text', part, raw: data };
    if (isHtml && tag === 'script') scriptText(at, item, element);
    else if (isHtml && tag === 'noscript') leaveOut(at, item);
    else if (tag === 'style') styleText(at, { ...item, channel: 'style' }, element, isHtml);
    else if (isHtml && tag === 'title') keep(at, { ...item, channel: 'title' });
    else if (overrides.length > 0 && privacyOf(at) !== Privacy.none) mayBeShown(at, item);
    else write(at, item, 'text');
  }

  /** Whether an override reaches it goes by a selector that Clarity makes of its own: not played. */
  function mayBeShown(at: RecordSite, item: Item): void {
    const masked = scrub(item.raw, 'text', privacyOf(at));
    const possible = masked === item.raw ? Possible.captured : Possible.captured | Possible.masked;
    writeRecord(at, { ...item, possible, masked, policy: 'clarity.override' });
  }

  function scriptText(at: RecordSite, item: Item, element: ElementSite): void {
    const isStructured = element.attribute('type') === 'application/ld+json';
    if (isStructured) {
      for (const raw of structuredValues(item.raw))
        keep(at, { channel: 'jsonld', part: item.part ?? 0, raw });
    }
    leaveOut(at, isStructured ? { ...item, channel: 'jsonld' } : item);
  }

  function styleText(at: RecordSite, item: Item, element: ElementSite, isHtml: boolean): void {
    if (isHtml && sendsRules(element)) leaveOut(at, item);
    else keep(at, { ...item, raw: isHtml ? item.raw.trim() : item.raw });
  }

  function attributes(at: RecordSite, element: ElementSite): void {
    const { tag } = element;
    const isHtml = element.namespace !== 'svg';
    const isSkipped = isHtml && skipped.has(tag);
    let metaName: string | null = null;
    if (isHtml && tag === 'meta') metaName = element.attribute('property') ?? element.attribute('name');
    element.eachAttribute((name, raw) => {
      const item: Item = { channel: 'attribute', name, raw };
      if (isHtml && tag === 'meta') {
        const isLogged = name === 'content' && metaName !== null && logged.has(metaName);
        if (isLogged) keep(at, { ...item, channel: 'meta' });
        else leaveOut(at, name === 'content' ? { ...item, channel: 'meta' } : item);
      } else if (isSkipped || unreadAttributes.has(name)) leaveOut(at, item);
      else if (isHtml && media.has(tag) && name === 'src' && raw.startsWith('data:')) leaveOut(at, item);
      else if (isHtml && tag === 'link' && name === 'href') keep(at, item);
      else write(at, item, hintOf(name));
    });
    if (isHtml && tag === 'style' && sendsRules(element))
      keep(at, { channel: 'style', raw: element.sheet() ?? '' });
    const control =
      isHtml && tag === 'input' && element.attribute('value') === null ? element.control() : null;
    if (control && control.value !== '') write(at, { channel: 'value', raw: control.value }, 'value');
  }

  /** What was typed; of a choice the change event carries the value itself, under the element's own privacy. */
  function valueChange(at: RecordSite, _element: ElementSite, { value }: ControlState): void {
    write(at, { channel: 'value', raw: value }, 'typed');
  }

  /** The first characters of whatever is in the element, scrubbed for the element and not for what is in it. */
  function click(at: RecordSite, chain: LateChain): void {
    const [target] = chain;
    if (!target) return;
    const { element } = target;
    const content = element.text() || element.control()?.value || element.attribute('alt') || '';
    const raw = content.replace(/\s+/g, ' ').trim().slice(0, clickText);
    const privacy = target.isKnown ? (target.stored?.level ?? Privacy.text) : Privacy.text;
    if (raw !== '') write(at, { channel: 'interaction', name: 'click', raw }, 'click', privacy);
    for (const [name, length] of [
      ['class', clickClass],
      ['id', clickText],
    ] as const) {
      const value = element.namespace === 'html' ? (element.attribute(name) ?? '').toLowerCase() : '';
      if (value !== '') keep(at, { channel: 'interaction', name, raw: value.slice(0, length) });
    }
    const link = chain.find(
      (entry) => entry.element.tag === 'a' && entry.element.namespace === 'html',
    )?.element;
    const address = link?.attribute('href');
    if (link && address)
      keep(at, { channel: 'interaction', name: 'href', raw: dropParameters(link.resolve(address), drop) });
  }

  return {
    document(at, page) {
      if (!page.isTop) return;
      keep(at, { channel: 'url', raw: dropParameters(page.url, drop) });
      keep(at, { channel: 'title', raw: page.title });
      if (page.referrer !== '') keep(at, { channel: 'url', name: 'referrer', raw: page.referrer });
    },
    text,
    comment: (at, part, raw) => leaveOut(at, { channel: 'comment', part, raw }),
    attributes,
    // What is typed later on is sent with its event; the value that is there was written with the attributes.
    control(at) {
      const typed = scrub('typed', 'typed', privacyOf(at));
      const possible = typed === 'typed' ? Possible.captured : Possible.masked;
      const state = at.decision.possible === Possible.excluded ? Possible.excluded : possible;
      writeRecord(at, { channel: 'value', possible: state, raw: '', masked: '' });
    },
    opaque: (at, element) => leaveOut(at, { channel: 'resource', name: element.tag, raw: '' }),
    style(at, css, source) {
      if (source === 'inserted' && at.moment === 'snapshot') return;
      keep(at, { channel: 'style', raw: css });
    },
    // All attributes of the element are sent again, under the privacy it was first met with.
    attributeChange: (at, element) => attributes(at, element),
    valueChange,
    click,
  };
}

function privacyOf(at: RecordSite): number {
  return at.decision.level ?? Privacy.sensitive;
}

function hintOf(name: string): Hint {
  if (name.startsWith('data-')) return 'data';
  if (name === 'value' || name === 'placeholder') return name;
  return addresses.has(name) ? 'address' : 'other';
}

/** Whether a word with something to read in it came through. */
function keepsWords(raw: string, sent: string): boolean {
  const words = new Set(raw.match(/\S+/g) ?? []);
  return (sent.match(/\S+/g) ?? []).some(
    (word) => words.has(word) && /[\p{L}\p{N}]/u.test(word) && word.length > 1,
  );
}

/** The rules themselves are read where the text is empty or may be out of date (node.ts `getStyleValue`). */
function sendsRules(style: ElementSite): boolean {
  if (style.text().trim() === '' || (style.attribute('id') ?? '') !== '') return true;
  let hasData = false;
  style.eachAttribute((name) => {
    hasData ||= name.startsWith('data-');
  });
  return hasData;
}
