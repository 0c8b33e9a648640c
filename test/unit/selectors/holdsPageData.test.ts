import { describe, expect, it } from 'vitest';
import { holdsPageData, valueHoldsPageData } from '../../../core/selectors/holdsPageData.ts';
import { isStableAttribute } from '../../../core/selectors/stableAttributes.ts';

const nothing = () => false;
const everything = () => true;

describe('holdsPageData', () => {
  it.each([
    'jane@example.com',
    'jane-doe',
    'janedoe',
    'row-JaneDoe',
    'user_smith',
    'customer-4111',
    'a1b2c3',
    'baker-street',
    'Jané',
    'two words',
    'max-mustermann',
  ])('refuses %s with no page to look at', (name) => {
    expect(holdsPageData(name, nothing)).toBe(true);
  });

  it.each(['customer-name', 'emailAddress', 'shipping-address', 'street', 'max-width', 'step-2', 'cc-num'])(
    'takes %s even when its words stand in the page',
    (name) => {
      expect(holdsPageData(name, everything)).toBe(false);
    },
  );

  it.each(['productprice', 'vorname', 'postleitzahl', 'woocommerce-Price-amount', 'shippingZipCodedefault'])(
    'takes %s: glued words, fields of other languages and shop systems are nobody',
    (name) => {
      expect(holdsPageData(name, everything)).toBe(false);
    },
  );

  it('takes the steps of a path to a field, and looks for data in each', () => {
    expect(valueHoldsPageData('address[street]', everything)).toBe(false);
    expect(valueHoldsPageData('customer.lastName', everything)).toBe(false);
    expect(valueHoldsPageData('customer[jane.smith]', nothing)).toBe(true);
    expect(valueHoldsPageData('customer[zorblax]', everything)).toBe(true);
    expect(valueHoldsPageData('a"] [b="c', nothing)).toBe(true);
  });

  it('refuses a word it does not know when the page shows that word', () => {
    expect(holdsPageData('zorblax-panel', (word) => word === 'zorblax')).toBe(true);
    expect(holdsPageData('zorblax-panel', nothing)).toBe(false);
  });
});

describe('isStableAttribute', () => {
  it.each([
    'value',
    'href',
    'src',
    'aria-label',
    'title',
    'alt',
    'placeholder',
    'content',
    'data-user',
    'style',
  ])('never takes %s', (name) => {
    expect(isStableAttribute(name, 'email', nothing)).toBe(false);
  });

  it('takes only known roles, types and autofill tokens', () => {
    expect(isStableAttribute('role', 'navigation', nothing)).toBe(true);
    expect(isStableAttribute('role', 'jane', nothing)).toBe(false);
    expect(isStableAttribute('type', 'email', nothing)).toBe(true);
    expect(isStableAttribute('type', 'x" i], [y="', nothing)).toBe(false);
    expect(isStableAttribute('autocomplete', 'shipping street-address', nothing)).toBe(true);
    expect(isStableAttribute('autocomplete', 'section-jane name', nothing)).toBe(false);
  });

  it('takes a name only when it is neither generated nor data', () => {
    expect(isStableAttribute('name', 'email', nothing)).toBe(true);
    expect(isStableAttribute('name', 'field_4b1c9', nothing)).toBe(false);
    expect(isStableAttribute('name', 'jane@example.com', nothing)).toBe(false);
  });
});
