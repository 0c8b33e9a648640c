import type { ControlState } from '../../capture/treeAdapter.ts';
import { Possible } from '../../treatment/treatment.ts';
import type {
  AttributeChange,
  ElementSite,
  LateChain,
  ProfileRecorder,
  RecordSite,
  TextSite,
} from '../profile.ts';
import { writeRecord } from '../writeRecord.ts';
import { isUnbound, Sanitize } from './decide.ts';
import type { OpenreplayOptions } from './options.ts';

const textFields = new Set(
  'text password email search number range date tel time textarea select'.split(' '),
);
const keptValues = new Set(['button', 'reset', 'submit', 'checkbox', 'radio']);
const neverSent = new Set(['src', 'srcset', 'integrity', 'crossorigin', 'autocomplete']);
const hiddenParameters = /([?&](?:jwt|password|reset-password|invitation|secret|token)=)([^&#]*)/gi;
/** Longer attributes are emptied. */
const maxAttribute = 1e5;

/** White space at the ends goes, everything else but white space becomes a star (`stringWiper`). */
function wipe(text: string): string {
  return text.trim().replace(/\S/g, '*');
}

function stars(text: string): string {
  return '*'.repeat(text.length);
}

/** What the OpenReplay tracker sends (@openreplay/tracker@19.0.1, dist/lib/entry.js). */
export function createOpenreplayRecorder(options: OpenreplayOptions): ProfileRecorder {
  const { privateMode } = options;

  function text(at: RecordSite, { part, data }: TextSite, element: ElementSite): void {
    const { possible } = at.decision;
    const isHtml = element.namespace === 'html';
    if (element.tag === 'style') {
      writeRecord(at, { channel: 'style', part, possible: shown(possible), raw: data });
      return;
    }
    const channel = isHtml && element.tag === 'title' ? 'title' : 'text';
    const plain = obscured(data);
    if (plain === data || !(possible & Possible.captured)) {
      writeRecord(at, { channel, part, possible, raw: data, masked: wipe(data) });
      return;
    }
    // Addresses and numbers are starred, the words around them stay.
    const isWhole = !/[\p{L}\p{N}]/u.test(plain);
    if (isWhole) writeRecord(at, { channel, part, possible: Possible.masked, raw: data, masked: plain });
    else writeRecord(at, { channel, part, possible, raw: plain, masked: wipe(data) });
  }

  function obscured(data: string): string {
    const numbers = options.obscureTextNumbers ? data.replace(/\d/g, '0') : data;
    if (!options.obscureTextEmails) return numbers;
    return numbers.replace(/(?<![^\s@])[^\s@]+@[^\s@]+\.[^\s@]+/g, (email) => {
      const at = email.lastIndexOf('@');
      const domain = email
        .slice(at + 1)
        .split('.')
        .map(stars)
        .join('.');
      return `${stars(email.slice(0, at))}@${domain}`;
    });
  }

  function attributes(at: RecordSite, element: ElementSite): void {
    element.eachAttribute((name, value) => writeAttribute(at, element, name, value));
    if (element.tag === 'img' && element.namespace === 'html') writeImage(at, element);
    const control = element.namespace === 'html' ? element.control() : null;
    if (control && textFields.has(control.type)) writeValue(at, control);
  }

  /** Attributes go by no level: only what is under a hidden element is not sent. */
  function writeAttribute(at: RecordSite, element: ElementSite, name: string, value: string): void {
    const state = isPlaceholder(at) ? Possible.captured : shown(at.decision.possible);
    const isMasked =
      privateMode && (name === 'alt' || name === 'placeholder') && element.namespace === 'html';
    const isSent = isAttributeSent(element, name, value);
    if (!isSent || state === Possible.excluded)
      writeRecord(at, { channel: channelOf(element, name), name, possible: Possible.excluded, raw: value });
    else if (isMasked)
      writeRecord(at, {
        channel: 'attribute',
        name,
        possible: Possible.masked,
        raw: value,
        masked: value.replace(/./g, '*'),
      });
    else writeRecord(at, { channel: 'attribute', name, possible: state, raw: value });
  }

  function isAttributeSent(element: ElementSite, name: string, value: string): boolean {
    if (element.namespace === 'svg')
      return options.disableSprites || element.tag !== 'use' || !/^(?:xlink:)?href$/.test(name);
    if (neverSent.has(name) || name.startsWith('on')) return false;
    if (name === 'value' && element.tag === 'input') return keptValues.has(element.control()?.type ?? '');
    if (name === 'style' || (name === 'href' && element.tag === 'link')) return true;
    return name !== 'href' && value.length <= maxAttribute;
  }

  /** A broken image tells its address as a resource, hidden or not; one that shows is sent unless it is obscured. */
  function writeImage(at: RecordSite, element: ElementSite): void {
    const src = element.attribute('src');
    if (src === null || src === '') return;
    const raw = element.resolve(src);
    const image = element.image();
    const isHidden = at.decision.possible !== Possible.captured;
    const isReported = !isUnbound(at.decision) && image === 'broken' && /^https?:/.test(raw);
    if (isReported)
      writeRecord(at, { channel: 'resource', possible: Possible.captured, raw, policy: 'openreplay.image' });
    else if (image === 'broken' || image === 'loading' || isHidden)
      writeRecord(at, { channel: 'resource', possible: Possible.excluded, raw });
    else writeRecord(at, { channel: 'attribute', name: 'src', possible: Possible.captured, raw });
    const srcset = element.attribute('srcset');
    if (srcset && image === 'loaded' && !isHidden)
      writeRecord(at, { channel: 'attribute', name: 'srcset', possible: Possible.captured, raw: srcset });
  }

  /** Masked, only the length is sent; of a password or a hidden field not even that. */
  function writeValue(at: RecordSite, { type, value }: ControlState): void {
    const { possible: state } = at.decision;
    let possible = state;
    if (type === 'password') possible = state === Possible.excluded ? state : Possible.masked;
    else if (state & Possible.captured && isObscuredInput(type, value)) possible = Possible.masked;
    writeRecord(at, { channel: 'value', possible, raw: value, masked: '', policy: 'openreplay.input' });
  }

  function isObscuredInput(type: string, value: string): boolean {
    if (options.defaultInputMode !== 0) return true;
    if (options.obscureInputNumbers && type !== 'date' && /\d\d\d\d/.test(value)) return true;
    if (options.obscureInputDates && type === 'date') return true;
    return options.obscureInputEmails && (type === 'email' || value.includes('@'));
  }

  function attributeChange(at: RecordSite, element: ElementSite, { name, value }: AttributeChange): void {
    if (value === null) return;
    if (name === 'src' && element.tag === 'img') writeImage(at, element);
    else writeAttribute(at, element, name, value);
  }

  function beside(
    at: RecordSite,
    channel: 'url' | 'title' | 'resource' | 'console',
    raw: string,
    masked: string,
  ): void {
    const possible = privateMode ? Possible.masked : Possible.captured;
    writeRecord(at, { channel, possible, raw, masked, policy: 'openreplay.beside' });
  }

  function click(at: RecordSite, chain: LateChain): void {
    const [target] = chain;
    if (!target?.isKnown) return;
    const raw = target.element.text().trim().slice(0, 100);
    const possible = at.decision.possible | (privateMode ? Possible.masked : 0);
    writeRecord(at, { channel: 'interaction', name: 'click', possible, raw, masked: stars(raw) });
  }

  const location = (at: RecordSite, address: string): void => {
    const sanitized = address.replace(
      hiddenParameters,
      (_all, name: string, value: string) => name + stars(value),
    );
    beside(at, 'url', sanitized, wipe(sanitized));
  };

  return {
    document(at, page) {
      if (!page.isTop) return;
      location(at, page.url);
      // Every message about a style names the page's own address, in private mode too.
      writeRecord(at, {
        channel: 'url',
        name: 'base',
        possible: Possible.captured,
        raw: page.url,
        policy: 'openreplay.base',
      });
      beside(at, 'title', page.title, wipe(page.title));
      if (page.referrer !== '') beside(at, 'url', page.referrer, wipe(page.referrer));
      for (const address of page.resources) beside(at, 'resource', address, stars(address));
    },
    text,
    comment(at, part, data) {
      writeRecord(at, { channel: 'comment', part, possible: Possible.excluded, raw: data });
    },
    attributes,
    // Text fields were written with the attributes; of hidden fields and files nothing is sent.
    control(at, _element, { type, value }) {
      if (type === 'hidden' || type === 'file')
        writeRecord(at, { channel: 'value', possible: Possible.excluded, raw: value });
    },
    opaque(at, element) {
      writeRecord(at, { channel: 'resource', name: element.tag, possible: Possible.excluded, raw: '' });
    },
    style(at, css) {
      writeRecord(at, { channel: 'style', possible: shown(at.decision.possible), raw: css });
    },
    attributeChange,
    imageSettled: writeImage,
    valueChange(at, _element, control) {
      if (textFields.has(control.type)) writeValue(at, control);
    },
    click,
    console: (at, line) => beside(at, 'console', line, stars(line)),
    resource: (at, address) => beside(at, 'resource', address, stars(address)),
    navigation: (at, _from, to) => location(at, to),
  };
}

/** A hidden element stays as a box with its own attributes. */
function isPlaceholder({ decision, node }: RecordSite): boolean {
  return (
    decision.possible === Possible.excluded &&
    decision.node === node &&
    ((decision.level ?? 0) & Sanitize.hidden) !== 0
  );
}

function shown(possible: Possible): Possible {
  return possible & Possible.masked ? (possible & ~Possible.masked) | Possible.captured : possible;
}

function channelOf({ tag }: ElementSite, name: string): 'meta' | 'attribute' {
  return tag === 'meta' && name === 'content' ? 'meta' : 'attribute';
}
