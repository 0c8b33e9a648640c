import { isSupportedCountry } from 'libphonenumber-js/min';

/**
 * Country a language is read as when neither the language tag nor the domain names one: the one with most of its
 * readers on the web. One region, never a union: with every region at once most digit runs are somebody's number.
 */
const mainRegion: Readonly<Record<string, string>> = {
  ar: 'EG',
  bg: 'BG',
  bn: 'BD',
  ca: 'ES',
  cs: 'CZ',
  da: 'DK',
  de: 'DE',
  el: 'GR',
  en: 'US',
  es: 'ES',
  et: 'EE',
  eu: 'ES',
  fa: 'IR',
  fi: 'FI',
  fr: 'FR',
  gl: 'ES',
  he: 'IL',
  hi: 'IN',
  hr: 'HR',
  hu: 'HU',
  id: 'ID',
  is: 'IS',
  it: 'IT',
  ja: 'JP',
  ko: 'KR',
  lt: 'LT',
  lv: 'LV',
  ms: 'MY',
  nb: 'NO',
  nl: 'NL',
  nn: 'NO',
  no: 'NO',
  pl: 'PL',
  pt: 'PT',
  ro: 'RO',
  ru: 'RU',
  sk: 'SK',
  sl: 'SI',
  sr: 'RS',
  sv: 'SE',
  th: 'TH',
  tl: 'PH',
  tr: 'TR',
  uk: 'UA',
  ur: 'PK',
  vi: 'VN',
  zh: 'CN',
};
/** Country codes in the domain name system that are not the ISO code, or are sold worldwide and say nothing. */
const domainRegion: Readonly<Record<string, string | undefined>> = {
  uk: 'GB',
  eu: undefined,
  io: undefined,
  co: undefined,
  ai: undefined,
  tv: undefined,
  me: undefined,
  ly: undefined,
  cc: undefined,
  fm: undefined,
  gg: undefined,
  to: undefined,
  su: 'RU',
};

/**
 * Country whose national phone formats are read on a page.
 *
 * Order: the domain's country, the region in the language tag, the language's main country.
 *
 * @param lang BCP 47 tag of the page, or ''
 * @param host host name of the page, or ''
 */
export function phoneRegionOf(lang: string, host: string): string | undefined {
  const ending = host.slice(host.lastIndexOf('.') + 1).toLowerCase();
  const fromHost = ending in domainRegion ? domainRegion[ending] : ending.toUpperCase();
  if (fromHost?.length === 2 && isSupportedCountry(fromHost)) return fromHost;
  const [language = '', ...rest] = lang.toLowerCase().split(/[-_]/);
  const fromTag = rest.find((part) => part.length === 2)?.toUpperCase();
  if (fromTag && isSupportedCountry(fromTag)) return fromTag;
  return mainRegion[language];
}
