import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { modelRows } from '../../../core/fields/featureSink.ts';
import { fieldClasses } from '../../../core/fields/fieldClasses.ts';
import type { FieldFacts, FieldLabel } from '../../../core/fields/fieldFacts.ts';
import { fieldModel } from '../../../core/fields/fieldModel.ts';
import { modelText } from '../../../core/fields/fieldModelText.ts';
import { meaningsOfFields } from '../../../core/fields/meaningsOfFields.ts';
import { packWeights, unpackWeights } from '../../../core/fields/packedWeights.ts';

interface Written {
  readonly label?: string;
  readonly placeholder?: string;
  readonly heading?: string;
  readonly attributes?: Record<string, string>;
  readonly options?: readonly string[];
  readonly maxLength?: number;
}

function field(
  { label, placeholder, heading, attributes = {}, options, maxLength = -1 }: Written,
  node: number,
) {
  const labels: FieldLabel[] = [];
  if (label !== undefined) labels.push({ kind: 'label', text: label });
  if (placeholder !== undefined) labels.push({ kind: 'placeholder', text: placeholder });
  if (heading !== undefined) labels.push({ kind: 'heading', text: heading });
  const tag = options ? 'select' : 'input';
  const facts: FieldFacts = {
    node,
    tag,
    type: attributes.type ?? (options ? 'select' : 'text'),
    attributes,
    labels,
    options: options ?? [],
    optionCount: options?.length ?? 0,
    lang: '',
    form: 0,
    maxLength,
  };
  return facts;
}

const classesOf = (...written: readonly Written[]) =>
  meaningsOfFields(written.map((one, index) => field(one, index))).map((meaning) => meaning.class);

describe('an address form', () => {
  it.each([
    ['Czech', 'Křestní jméno|Příjmení|Ulice a číslo domu|Město|PSČ|Telefon|E-mail'],
    ['Polish', 'Imię|Nazwisko|Ulica i numer domu|Miejscowość|Kod pocztowy|Numer telefonu|Adres e-mail'],
    ['Hungarian', 'Keresztnév|Vezetéknév|Utca, házszám|Település|Irányítószám|Telefonszám|E-mail cím'],
    [
      'Romanian',
      'Prenume|Nume de familie|Stradă și număr|Localitate|Cod poștal|Număr de telefon|Adresa de email',
    ],
    ['Finnish', 'Etunimi|Sukunimi|Katuosoite|Postitoimipaikka|Postinumero|Puhelinnumero|Sähköposti'],
    ['Danish', 'Fornavn|Efternavn|Vejnavn og husnummer|By|Postnummer|Telefonnummer|E-mailadresse'],
    ['Turkish', 'Adınız|Soyadınız|Sokak|Şehir|Posta kodu|Cep telefonu|E-posta'],
    ['Greek', 'Όνομα|Επώνυμο|Οδός και αριθμός|Πόλη|Ταχυδρομικός κώδικας|Τηλέφωνο|Ηλεκτρονική διεύθυνση'],
    ['Ukrainian', "Ім'я|Прізвище|Вулиця|Місто|Поштовий індекс|Номер телефону|Електронна пошта"],
    ['Japanese', '名前|フリガナ|番地|市区町村|郵便番号|電話番号|メールアドレス'],
    ['Thai', 'ชื่อผู้รับ|นามสกุล|ถนน|จังหวัด|รหัสไปรษณีย์|เบอร์โทรศัพท์|อีเมล'],
    ['Vietnamese', 'Họ và tên|Tên đệm|Tên đường|Tỉnh/Thành phố|Mã bưu chính|Số điện thoại|Email'],
    ['Arabic', 'الاسم الأول|اسم العائلة|اسم الشارع|المدينة|الرمز البريدي|رقم الجوال|البريد الإلكتروني'],
  ])('in %s', (_language, labels) => {
    expect(classesOf(...labels.split('|').map((label) => ({ label })))).toEqual([
      'name',
      'name',
      'street',
      'locality',
      'postal',
      'tel',
      'email',
    ]);
  });
});

describe('fields that open accounts or spend money', () => {
  it.each([
    ['Card number', 'cc-number'],
    ['Kartennummer', 'cc-number'],
    ['Numéro de carte bancaire', 'cc-number'],
    ['Security code (CVV)', 'cc-csc'],
    ['Prüfnummer CVC', 'cc-csc'],
    ['Name on card', 'cc-name'],
    ['Karteninhaber', 'cc-name'],
    ['Expiry date (MM/YY)', 'cc-exp'],
    ['IBAN', 'bank'],
    ['Passport number', 'id'],
    ['Codice fiscale', 'id'],
    ['Numer PESEL', 'id'],
    ['Date of birth', 'dob'],
    ['One-time passcode', 'otp'],
    ['Введите код подтверждения из СМС', 'otp'],
    ['Benutzername', 'username'],
    ['Gift card number', 'none'],
    ['Search our shop', 'none'],
  ] as const)('%s is %s', (label, expected) => {
    expect(classesOf({ label })).toEqual([expected]);
  });
  it('are told by a stated class that is never used to keep browsers out', () => {
    expect(classesOf({ attributes: { autocomplete: 'one-time-code' } })).toEqual(['otp']);
    expect(classesOf({ label: 'Month', attributes: { autocomplete: 'bday-month' } })).toEqual(['dob']);
  });
  it('are believed in what they state where nothing else is said, but for what only keeps a browser away', () => {
    for (const [autocomplete, expected] of [
      ['email', 'email'],
      ['section-a shipping given-name', 'name'],
      ['street-address', 'street'],
      ['tel', 'tel'],
      ['new-password', 'none'],
      ['off', 'none'],
    ] as const)
      expect(classesOf({ attributes: { autocomplete } }), autocomplete).toEqual([expected]);
  });
  it('are one code in several boxes', () => {
    expect(classesOf(...Array.from({ length: 6 }, () => ({ maxLength: 1 })))).toEqual(Array(6).fill('otp'));
    expect(classesOf({ label: 'Initial', maxLength: 1 })).not.toEqual(['otp']);
  });
});

describe('the learned model', () => {
  it('has a weight for each row and class, and is small', () => {
    expect(modelText.weights).toHaveLength(modelRows * fieldClasses.length);
    expect(gzipSync(JSON.stringify(modelText), { level: 9 }).length).toBeLessThan(150_000);
    expect(fieldModel().weights.every((weight) => Number.isFinite(weight))).toBe(true);
  });
  it('is refused when it is one of other features', () => {
    expect(() => unpackWeights('PPP', 1)).toThrow('3 weights');
  });
  it('keeps weights through packing, to the nearest level', () => {
    const size = modelRows * fieldClasses.length;
    const weights = Float32Array.from({ length: size }, (_, at) => ((at % 181) - 90) / 30);
    const unpacked = unpackWeights(packWeights(weights, 0.1), 0.1);
    // One of the levels would be a backslash and is its neighbour instead.
    expect(unpacked.every((weight, at) => Math.abs(weight - (weights[at] ?? 0)) < 0.16)).toBe(true);
  });
});

describe('any fields', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const written = fc.record({ label: text, placeholder: text, name: text, id: text, length: fc.integer() });

  it('get the same answer twice, with words for why and no page text in it', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 4 }), fc.emailAddress(), (all, address) => {
        const facts = all.map(({ label, placeholder, name, id, length }, node) =>
          field(
            { label: `${label} ${address}`, placeholder, attributes: { name, id }, maxLength: length },
            node,
          ),
        );
        const meanings = meaningsOfFields(facts);
        expect(meanings).toEqual(meaningsOfFields(facts.map((one) => ({ ...one }))));
        for (const { confidence, why } of meanings) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(en).toHaveProperty([why[0]]);
          expect(why[1]).not.toContain(address);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('cost by their number, not by what is written on them', () => {
    // Ten times as many characters as are read of a label: what is beyond is not looked at.
    const long = 'straße '.repeat(20_000);
    const facts = Array.from({ length: 50 }, (_, node) =>
      field({ label: long, attributes: { name: long } }, node),
    );
    expect(meaningsOfFields(facts)).toHaveLength(50);
  });
});
