/** How phone numbers are written, and what is written like them. Each pattern is bounded. */

/** Digits with what people put between them, on one line; at least seven digits are checked later. */
export const phoneCandidate =
  /(?<![\p{L}\d_])[+(]?\d[\d ()./-]{4,46}\d(?:\s?(?:x|ext\.?)\s?\d{1,6})?(?![\p{L}\d_])/giu;

/** Asked first. */
export const sevenDigits = /\d(?:[ ()./-]{0,3}\d){6}/;
/** A trunk zero before ten digits that begin with none. */
export const trunkShape = /^0[ -]?[1-9]\d{2}(?:[ -]?\d{3}[ -]?\d{4}|[ -]\d{3}[ -]\d{2}[ -]\d{2}|[ -]?\d{7})$/;
/** In short texts of no country: a trunk zero or the prefix of calls abroad, and the number in two or three groups. */
export const trunkGroups = /^0[1-9]\d{1,4}[ /-]\d{6,8}$|^00[1-9]\d{0,2}[ -]\d{1,4}[ -]\d{5,8}$/;
/** Ten digits as people in Turkey write them: without the zero, that no other country leaves out. */
export const withoutTrunk = /^[2-5]\d{9}$/;
/** A country's code without its plus, in a group of its own. */
export const withoutPlus = /^[1-9]\d{1,2}[ -]\d{2,4}[ -]\d{3,4}[ -]\d{3,4}$/;
export const fourGroups = /^0?[ -]?\(?[1-9]\d{2}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}$/;

export const shortLocal = /^\d{2}[ -]\d{2}[ -]\d{2}$|^\d{3}[ -]\d{3}$/;

/** Words before a number that say it is one. */
export const phoneWordBefore =
  /(?:(?<!\p{L})(?:tel(?:e?phone|efono|efon|efoon|éfono|éphone)?|tlf|fon|fax|mobile?|móvil|celular|cell|phone|hotline|call(?: us| me)?(?: at| on)?|answering at|reach(?: \p{L}{1,8})? at|dial|text|whatsapp|sms|handy|gsm|natel|portable|ligue|chiama|bel|puh|cep|nomor|hp)(?!\p{L})|☎|📞|📱|電話|电话|手机|携帯|전화|휴대|тел|моб|τηλ|هاتف|טלפון|โทร)[^\d\n]{0,24}$/iu;
/** Words after it: "555 1234 (office)", "…-Fax". */
export const phoneWordAfter =
  /^[ \t(,-]{1,3}(?:office|fax|mobile|cell|home|work|phone|tel|direct|main|privat|büro|mobil|oficina|casa|bureau)(?!\p{L})/iu;
/** Words in the name of an attribute or field, or in the label before a text; headphones are none. */
export const phoneHint =
  /\btel\b|\btel[eé]?[fp]h?on|(?<!i|ear|head|micro|smart|mega)phone|\bfax|\bmobile?\b|\bmobil(?:e ?)?n|\bhandy|whatsapp|\bcell(?:phone|ular)?\b|msisdn|電話|电话|手机|전화|телефон/iu;

/** Dates, years and times, ISBN: shapes that many numbering plans would take. */
export const dateLike =
  /^\(?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?![.-]?\d)|^(?:1[89]|20)\d\d ?[-/] ?(?:1[89]|20)?\d\d\b|^97[89][- ]\d{1,5}[- ]\d{1,7}[- ]\d/;
export const thousands = /^\d{1,3}(?:[ .]\d{3})+$/;
/** Single digits in a row (ratings, pages, boards), card numbers: no plan groups so, and they cost the most to try. */
export const neverPhone = /(?:^|\D)\d(?:\D{1,2}\d(?=\D|$)){5}|\d{4}[ -]\d{4}[ -]\d{4}/;

/** Before a number that is something else: a price, a decimal, an order or article number. */
export const foreignBefore =
  /(?:[€$£¥₽₹#№=&%@]|\d[.,:]|(?<!\p{L})(?:isbn|issn|ean|art|order|item|id|ref|sku)(?!\p{L})[ .:#-]{0,3})$/iu;
export const foreignAfter = /^(?:[€$£¥₽₹%@]|[.,:]\d| ?(?:eur|usd|gbp|px|km|kg|mb|gb)(?!\p{L}))/iu;
/** Part of a slug or an identifier: `for-iphone-115875-21809563`, `x_555-1234`. */
export const insideSlug = /(?:[\p{L}\d_][-_/]|[-_])$/u;

/** The North American plan takes two thirds of all ten-digit numbers; its people group them in one way. */
export const northAmericanShape = /^\(?\+|^(?:1[ .-]?)?\(?\d{3}\)?[ ./-]{0,2}\d{3}[ .-]?\d{4}(?:\D|$)/;

/** Written so plainly as a phone number that no numbering plan has to agree. */
export const plainShapes = [
  /^\(?\d{3}\)?[ .-]?\d{3}[.-]\d{4}(?:\s?x\s?\d{1,6})?$/,
  /^0?\(\d{3}\) ?\d{3}[ -]\d{2}[ -]\d{2}$/,
  /^\(\d{2,4}\) ?\d{3,4}[ -]\d{3,4}(?:\s?x\s?\d{1,6})?$/,
  /^00\d{1,3}-\d{3}-\d{3}-\d{4}(?:x\d{1,6})?$/,
  /^0\d{1,4}[ /-]\d{2,4}(?:[ -]\d{2,4}){1,3}$/,
  /^\+\d{1,3}[ .-]\(?\d{1,4}\)?(?:[ .-]\d{2,4}){2,4}(?:x\d{1,6})?$/,
];
