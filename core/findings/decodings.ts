import { decodeBase64 } from './decodeBase64.ts';
import { decodeEntities } from './decodeEntities.ts';
import { decodeEscapes, decodeStyleEscapes } from './decodeEscapes.ts';
import { excerptAround } from './excerptAround.ts';

/** One layer off; undefined where there is none. */
type Decoder = (text: string) => string | undefined;

/** Runs of percent-encoded bytes; broken ones stay as they are. */
const percentRun = /(?:%[\da-fA-F]{2}){1,4096}/g;
/** A value of a query or a form in which a `+` is a space. */
const formValue = /[?&=][^\s?&=#"'<>+]{0,256}(?:\+[^\s?&=#"'<>+]{0,256}){1,64}/g;
/** Tags that cut words without changing what is read: markup in an attribute, a comment, a `srcdoc`. */
const inlineTag = /<\/?(?:b|i|em|strong|span|u|a|font|small|mark|wbr|code|abbr)(?:\s[^<>]{0,400})?>/gi;

const decoders: readonly Decoder[] = [
  formPlus,
  decodePercent,
  decodeEntities,
  decodeEscapes,
  decodeStyleEscapes,
  withoutInlineTags,
  decodeBase64,
];

/** An address in an address in a state: what is wrapped oftener is not read by whoever made it either. */
const maxLayers = 4;
const maxReadings = 16;
/** All readings of a text together are at most this much longer than it, and a page more. */
const maxGrowth = 4;
const freeCharacters = 262_144;

/**
 * Other readings of a text in which a value may hide: percent-encoding (once and more often), forms, character
 * references, escapes of JSON, code and styles, base64, and all of them in each other. The text itself is not among
 * them, and neither is what lies far from anything that was decoded.
 */
export function decodings(text: string): readonly string[] {
  const found: string[] = [];
  const seen = new Set([text]);
  let left = maxGrowth * text.length + freeCharacters;
  let layer = [text];
  for (let depth = 0; depth < maxLayers && layer.length > 0; depth += 1) {
    const inner: string[] = [];
    for (const outer of layer) {
      for (const decode of decoders) {
        const plain = decode(outer);
        if (plain === undefined || seen.has(plain) || left < plain.length) continue;
        if (found.length === maxReadings) return found;
        left -= plain.length;
        seen.add(plain);
        found.push(plain);
        inner.push(plain);
      }
    }
    layer = inner;
  }
  return found;
}

function decodePercent(text: string): string | undefined {
  if (!text.includes('%')) return undefined;
  return excerptAround(text, percentRun, ([run]) => {
    try {
      return decodeURIComponent(run);
    } catch (error) {
      if (!(error instanceof URIError)) throw error;
      // Not UTF-8: an old encoding, or no encoding at all.
      return undefined;
    }
  });
}

function formPlus(text: string): string | undefined {
  if (!text.includes('+') || !text.includes('=')) return undefined;
  return excerptAround(text, formValue, ([written]) => written.replaceAll('+', ' '));
}

function withoutInlineTags(text: string): string | undefined {
  if (!text.includes('<') || !text.includes('>')) return undefined;
  return excerptAround(text, inlineTag, () => '');
}
