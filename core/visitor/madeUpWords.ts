import type { Random } from './createRandom.ts';

/** Words of one identity that are found nowhere else: long, pronounceable, in no dictionary and in no list of names. */
export interface MadeUpWords {
  readonly given: string;
  readonly middle: string;
  readonly family: string;
  readonly street: string;
  readonly city: string;
  readonly other: string;
  /** Each secret and each address of its own: what is found says which of them it was. */
  readonly mail: string;
  readonly user: string;
  readonly secret: string;
  readonly token: string;
  readonly region: string;
}

const givenStarts = words(
  'Bex Dov Fenz Galv Hesk Jorv Kelz Lumv Mavr Nolv Ophz Pelv Quen Rivz Sylv Tavr Vexl Wylm Yarz Zevr',
);
const givenEnds = words(
  'andrel elimar onyra urielo aviolo ettamir issavel oberyn ydrami ostelia imarond evandri',
);
const familyStarts = words(
  'Brax Crelv Duntz Frax Glinv Haskv Juskel Klemz Lorvan Mundz Nervo Orstel Plazev Quillav Rusken Strevol Thormaz Ulvan Vrandol Weskar Yeltor Zarnov',
);
const familyEnds = words('avelt ombrel inquist egrove itsken ulmont ardane erwick olvar estral');
const places = words(
  'Brumv Caskel Dravon Elvesk Fornax Grevel Hulvar Istrov Jarvel Korvan Lunvar Morvek Narvox Ostrav Pravel Quarrov Rovask Skelvar Trovan Varnesk',
);

/** By language, what a made-up town ends in. */
const cityEnds: Readonly<Record<string, readonly string[]>> = {
  de: ['ingshausen', 'erbrück', 'enthal'],
  fr: ['-sur-Brume', 'eville', 'ignac'],
  es: ['ilejo', 'adera', 'uelas'],
  it: ['iglione', 'accia', 'anello'],
  nl: ['erdam', 'ingerveen', 'ehoven'],
  pt: ['eirinha', 'andela', 'elhos'],
  pl: ['owice', 'inek', 'ogora'],
  sv: ['eryd', 'ehamn', 'esund'],
  en: ['emereton', 'ingborough', 'owbridge'],
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** @param language such as `de`; others get the English endings */
export function makeWords(random: Random, language: string): MadeUpWords {
  const ends = cityEnds[language] ?? cityEnds.en ?? [''];
  return {
    given: random.pick(givenStarts) + random.pick(givenEnds),
    middle: random.pick(givenStarts) + random.pick(givenEnds),
    family: random.pick(familyStarts) + random.pick(familyEnds),
    street: random.pick(places) + random.pick(familyEnds),
    city: random.pick(places) + random.pick(ends),
    other: random.pick(familyStarts) + random.pick(givenEnds),
    mail: random.pick(places) + random.pick(givenEnds),
    user: random.pick(givenStarts) + random.pick(familyEnds),
    secret: random.pick(familyStarts) + random.pick(ends),
    token: random.pick(givenStarts) + random.pick(ends),
    region: random.pick(places) + random.pick(familyEnds),
  };
}
