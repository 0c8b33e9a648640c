import type { Detector, Span } from './detector.ts';

/** Words that say whose day it is, before it. */
const words =
  /(?:(?<!\p{L})(?:d\.?o\.?b\.?|date[ _-]{0,2}of[ _-]{0,2}birth|birth[ _-]{0,2}(?:date|day)|born(?: on)?|geburtsdatum|geboren(?: am)?|geb\.|date de naissance|né(?:e)? le|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il|data de nascimento|nascid[oa] em|geboortedatum|geboren op|data urodzenia|urodzon[ya]|datum narození|narozen[ay]?|dátum narodenia|födelsedatum|född|fødselsdato|født|syntymäaika|data nașterii|születési|doğum tarihi|дата рождения|родил(?:ся|ась)|дата народження|ημερομηνία γέννησης|rođen[a]?|datum rođenja)|生年月日|出生日期|생년월일|تاريخ الميلاد|תאריך לידה)(?:(?:["']?\s?[:=]|["']? (?:is|it['’]s|ist|est|es|è|é))?["']?[^\p{L}\d]{0,6}|\?.{0,12})$/iu;
/** All begin with a digit, which is rare; a month before the day is taken in afterwards. */
const day =
  /(?<![\p{L}\d./-])(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}(?:st|nd|rd|th|\.)? (?:of |de )?\p{L}{3,12}\.?,? (?:de )?(?:19|20)\d{2}|\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d{2}|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)(?![\p{L}\d]|[./-]\d)/gu;
const dayThenYear = /^\d{1,2}(?:st|nd|rd|th)?,? \d{4}$/;
const monthBefore = /(?<!\p{L})\p{L}{3,12}\.? $/u;
const hintWords =
  /\bdob\b|birth|geburt|geboren|naissance|nacimiento|nascita|nascimento|geboorte|urodzenia|narození|födelse|fødsel|syntymä|naștere|doğum|рожд|народж|生年月日|出生|생년/iu;
const beforeReach = 48;

/** A day beside a word for birth. Any other date says nothing about anybody and is not reported. */
export const birthDate: Detector = {
  id: 'birth-date',
  examples: {
    found: ['DOB: 04/12/1987', 'geboren am 3. Mai 1990', 'She was born on 2/7/1961', '生年月日 1990年1月2日'],
    clean: ['published 04/12/1987', 'The club was born out of need', '2024-01-02'],
  },
  detect(text, context) {
    if (!/\d/.test(text)) return [];
    const spans: Span[] = [];
    const hinted = context.hint !== undefined && hintWords.test(context.hint);
    for (const match of text.matchAll(day)) {
      const near = text.slice(Math.max(0, match.index - beforeReach), match.index);
      const month = dayThenYear.test(match[0]) ? monthBefore.exec(near) : undefined;
      if (month === null) continue;
      const before = month ? near.slice(0, month.index) : near;
      if (!hinted && !words.test(before)) continue;
      const start = match.index - (month?.[0].length ?? 0);
      spans.push({ start, end: match.index + match[0].length, confidence: 0.85 });
    }
    return spans;
  },
};
