import { excerptAround } from './excerptAround.ts';

/** Named references that stand for characters of values or between them (HTML standard, 13.5). */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  commat: '@',
  period: '.',
  plus: '+',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  lowbar: '_',
  num: '#',
  colon: ':',
  sol: '/',
  equals: '=',
  percnt: '%',
  lpar: '(',
  rpar: ')',
  comma: ',',
  semi: ';',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  lrm: '',
  rlm: '',
  ZeroWidthSpace: '',
  NoBreak: '',
};
const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,16}));/g;
const lastCodePoint = 0x10_ffff;

/** Character references that reached a text as they are: markup in an attribute, a comment, a state. */
export function decodeEntities(text: string): string | undefined {
  if (!text.includes('&') || !text.includes(';')) return undefined;
  return excerptAround(text, reference, ([, decimal, hexadecimal, name]) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? named[name] : undefined;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code <= lastCodePoint ? String.fromCodePoint(code) : undefined;
  });
}
