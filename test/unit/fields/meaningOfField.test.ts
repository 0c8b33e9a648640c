import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldFacts, FieldLabel } from '../../../core/fields/fieldFacts.ts';
import { meaningOfField } from '../../../core/fields/meaningOfField.ts';
import { meaningsOfFields } from '../../../core/fields/meaningsOfFields.ts';
import { tokeniseLabel } from '../../../core/fields/tokeniseLabel.ts';

interface Written {
  readonly attributes?: Record<string, string>;
  readonly label?: string;
  readonly labels?: readonly FieldLabel[];
  readonly options?: readonly string[];
  readonly maxLength?: number;
}

function field(
  { attributes = {}, label, labels, options = [], maxLength = -1 }: Written,
  node = 1,
): FieldFacts {
  return {
    node,
    tag: options.length > 0 ? 'select' : 'input',
    type: attributes.type ?? (options.length > 0 ? 'select' : 'text'),
    attributes,
    labels: labels ?? (label === undefined ? [] : [{ kind: 'label', text: label }]),
    options,
    lang: '',
    form: 0,
    maxLength,
  };
}

const classOf = (written: Written) => meaningOfField(field(written)).class;

describe('autocomplete', () => {
  it('decides before anything else, whatever section it names', () => {
    const attributes = { autocomplete: 'section-a shipping postal-code', name: 'city' };
    expect(meaningOfField(field({ attributes }))).toMatchObject({
      class: 'postal',
      why: ['fieldWhy.autocomplete', 'postal-code'],
    });
  });
  it('is not believed when it only keeps the browser from filling', () => {
    expect(classOf({ attributes: { autocomplete: 'new-password', name: 'promoCode' } })).toBe('none');
    expect(classOf({ attributes: { autocomplete: 'off', name: 'email' } })).toBe('email');
  });
});

describe('labels', () => {
  it.each([
    ['First name', 'name'],
    ['Vorname', 'name'],
    ['Nom de famille', 'name'],
    ['Apellidos', 'name'],
    ['Cognome', 'name'],
    ['Achternaam', 'name'],
    ['Imię i nazwisko', 'name'],
    ['お名前', 'name'],
    ['姓名', 'name'],
    ['Фамилия', 'name'],
    ['E-mail *', 'email'],
    ['Correo electrónico', 'email'],
    ['メールアドレス', 'email'],
    ['邮箱', 'email'],
    ['Mobile number', 'tel'],
    ['Telefonnummer', 'tel'],
    ['Téléphone portable', 'tel'],
    ['手机号', 'tel'],
    ['Straße und Hausnummer', 'street'],
    ['Code postal', 'postal'],
    ['Postleitzahl', 'postal'],
    ['郵便番号', 'postal'],
    ['Stadt', 'locality'],
    ['Miejscowość', 'locality'],
    ['Card number', 'cc-number'],
    ['Numéro de carte', 'cc-number'],
    ['Name on card', 'cc-name'],
    ['Security code (CVV)', 'cc-csc'],
    ['Gültig bis (MM/JJ)', 'cc-exp'],
    ['Date of birth', 'dob'],
    ['Codice fiscale', 'id'],
    ['IBAN', 'bank'],
    ['Geschlecht', 'gender'],
    ['Nationality', 'demographic'],
    ['Verification code', 'otp'],
    ['API key', 'token'],
    ['Company name', 'organization'],
    ['Your message', 'other-personal'],
    ['Gift card number', 'none'],
    ['Gutscheincode', 'none'],
    ['Search', 'none'],
    ['Quantity', 'none'],
  ] as const)('%s is %s', (label, expected) => {
    expect(classOf({ label })).toBe(expected);
  });
});

describe('identifiers', () => {
  it.each([
    ['billingAddress_ZIPCode', 'postal'],
    ['order[shipping_address][city]', 'locality'],
    ['txtcustphonenumber', 'tel'],
    ['dwfrm_creditCard_owner', 'cc-name'],
    ['cc-exp-month', 'cc-exp'],
    ['user_email', 'email'],
    ['q', 'none'],
    ['couponCode', 'none'],
    ['companyName', 'organization'],
  ] as const)('%s is %s', (name, expected) => {
    const label = name === 'dwfrm_creditCard_owner' ? { label: 'Karteninhaber' } : {};
    expect(classOf({ attributes: { name }, ...label })).toBe(expected);
  });
  it('are split at case, digits and signs', () => {
    expect(tokeniseLabel('billingAddress_ZIPCode2[Straße]')).toBe('billing address zip code 2 strasse');
  });
});

describe('types and options', () => {
  it('takes a masked security code for what its label says', () => {
    expect(classOf({ attributes: { type: 'password', name: 'cvc' } })).toBe('cc-csc');
    expect(classOf({ attributes: { type: 'password', name: 'x' } })).toBe('password');
  });
  it('claims nothing about check boxes and hidden fields', () => {
    expect(classOf({ attributes: { type: 'checkbox', name: 'email_newsletter' } })).toBe('none');
    expect(classOf({ attributes: { type: 'hidden', name: 'email' } })).toBe('none');
  });
  it('reads what a list offers', () => {
    expect(classOf({ options: ['Mr', 'Mrs', 'Dr'] })).toBe('name');
    expect(classOf({ options: ['Afghanistan', 'Albania', 'Algeria'], attributes: { name: 'x1' } })).toBe(
      'country',
    );
    expect(classOf({ options: ['Germany (+49)', 'France (+33)'], attributes: { name: 'countryCode' } })).toBe(
      'tel',
    );
  });
});

describe('fields read together', () => {
  const classes = (all: readonly Written[]) =>
    meaningsOfFields(all.map((written, index) => field(written, index))).map((meaning) => meaning.class);
  const years = { options: ['2026', '2027', '2028', '2029'], attributes: { name: 'year' } };
  const births = { options: ['2008', '2007', '2006', '2005'], attributes: { name: 'year' } };

  it('takes years to come beside a card for its expiry, and past ones for a birth date', () => {
    expect(classes([{ label: 'Card number' }, years])).toEqual(['cc-number', 'cc-exp']);
    expect(classes([{ label: 'First name' }, births])).toEqual(['name', 'dob']);
  });
  it('takes the nameless field before a password for a login name', () => {
    expect(classes([{}, { attributes: { type: 'password' } }])).toEqual(['username', 'password']);
  });
  it('takes a row of one-character boxes for a code', () => {
    expect(classes(Array.from({ length: 6 }, () => ({ maxLength: 1 })))).toEqual(Array(6).fill('otp'));
  });
});

describe('any field', () => {
  it('gets a class, a confidence and a reason that quotes no page text', () => {
    const labels = fc.array(
      fc.record({ kind: fc.constant('label' as const), text: fc.string({ unit: 'binary', maxLength: 300 }) }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(labels, fc.string(), fc.emailAddress(), (texts, name, address) => {
        const secret = { kind: 'nearby' as const, text: `Name ${address}` };
        const meaning = meaningOfField(field({ labels: [...texts, secret], attributes: { name } }));
        expect(meaning.confidence).toBeGreaterThan(0);
        expect(meaning.confidence).toBeLessThanOrEqual(1);
        expect(meaning.why[1]).not.toContain(address);
      }),
    );
  });
});
