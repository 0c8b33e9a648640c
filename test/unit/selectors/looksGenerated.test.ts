import { describe, expect, it } from 'vitest';
import { looksGenerated } from '../../../core/selectors/looksGenerated.ts';
import { nameKind } from '../../../core/selectors/nameKind.ts';

describe('looksGenerated', () => {
  it.each([
    'css-1q2w3e',
    'css-8atqhb-Button',
    'sc-bdVaJa',
    'hKQaZR',
    'svelte-1tky8bj',
    'jss42',
    'makeStyles-root-12',
    '_ngcontent-ng-c3859',
    'ng-tns-c12-3',
    'data-v-7ba5bd90',
    'Button_primary__3xK2a',
    'styles_title__hXkqz',
    '_title_1hkz2_1',
    ':r1:',
    'radix-1',
    'headlessui-menu-button-3',
    'mat-input-7',
    'ember1234',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'order-20261123',
    'a94a8fe5cc',
    'xkqzt',
  ])('calls %s generated', (name) => {
    expect(looksGenerated(name)).toBe(true);
  });

  it.each([
    'customer-name',
    'order-history',
    'productTile__title--large',
    'loyalty-card',
    'address-line1',
    'step-2',
    'card-form',
    'cc-num',
    'checkoutSummary',
    'h1',
    'order-note-v2',
    'consent-banner-email',
    'MuiButton-root',
    'newsletter',
  ])('leaves %s alone', (name) => {
    expect(looksGenerated(name)).toBe(false);
  });
});

describe('nameKind', () => {
  it.each([
    'mt-4',
    'flex',
    'text-gray-500',
    'md:flex',
    'w-1/2',
    'p-[3px]',
    'col-md-6',
    'd-flex',
    '-mx-2',
    'grid-cols-3',
    'order-2',
    'order-lg-first',
  ])('calls %s a utility', (name) => {
    expect(nameKind(name)).toBe('utility');
  });

  it.each(['is-open', 'active', 'ng-untouched', 'tab--selected', 'js'])('calls %s a state', (name) => {
    expect(nameKind(name)).toBe('state');
  });

  it.each(['fs-mask', 'fs-exclude-without-consent', 'rr-block', 'ph-no-capture', 'sentry-mask'])(
    'calls %s a hook of a recorder',
    (name) => {
      expect(nameKind(name)).toBe('recorder');
    },
  );

  it.each([
    'customer-name',
    'avatar',
    'product-title',
    'list-item-price',
    'text-block',
    'border-notice',
    'order-row',
    'order-total',
  ])('calls %s stable', (name) => {
    expect(nameKind(name)).toBe('stable');
  });
});
