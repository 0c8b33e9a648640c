import type { SeedValue } from './createIdentities.ts';

/** A value as it is put into one place of a page. */
export interface Planted {
  readonly html: string;
  /**
   * What a recorder sends when it sends the value from here: all of these texts, each in what is sent of the page. They
   * say how the value is written there, not how the finder reads it.
   */
  readonly sent: readonly string[];
  /** How else it may be written after the page was parsed and addresses were made absolute. */
  readonly orSent?: readonly string[];
}

/** One place of a page that a recorder may send. */
export interface SeedPlace {
  readonly id: string;
  readonly in: 'head' | 'body';
  /** Needs scripts: in a browser only. */
  readonly isLive?: true;
  /** Undefined: a value of this form does not stand here. */
  plant(value: SeedValue, serial: number): Planted | undefined;
}

/** A place where the value stands in some text as it is, but for what HTML escapes. */
export function plain(id: string, html: (escaped: string, serial: number) => string): SeedPlace {
  return {
    id,
    in: 'body',
    plant: ({ written }, serial) => ({ html: html(escapeHtml(written), serial), sent: [written] }),
  };
}

/** A place where something is made of the value first. */
export function encoded(
  id: string,
  encode: (written: string) => string,
  html: (escaped: string, serial: number) => string,
): SeedPlace {
  return {
    id,
    in: 'body',
    plant({ written }, serial) {
      const text = encode(written);
      return {
        html: html(escapeHtml(text), serial),
        sent: [text],
        orSent: [encodeURI(text), canonical(text)],
      };
    },
  };
}

export function inHead(place: SeedPlace): SeedPlace {
  return { ...place, in: 'head' };
}

export function live(place: SeedPlace): SeedPlace {
  return { ...place, isLive: true };
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** As an address comes out of the browser's parser. */
function canonical(text: string): string {
  return URL.canParse(text, 'https://shop.example/') ? new URL(text, 'https://shop.example/').href : text;
}
