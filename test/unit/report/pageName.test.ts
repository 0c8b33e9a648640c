import { describe, expect, it } from 'vitest';
import { pageName } from '../../../core/report/pageName.ts';

describe('the name of a page', () => {
  it.each([
    [
      'https://shop.example.com/checkout.html?email=a@b.example#top',
      'https://shop.example.com/checkout.html',
    ],
    ['https://shop.example.com', 'https://shop.example.com/'],
    ['https://shop.example.com/products/drizzle-parka', 'https://shop.example.com/products/drizzle-parka'],
    ['https://shop.example.com/jackets/size-guide', 'https://shop.example.com/jackets/size-guide'],
    ['https://shop.example.com/v2/cart', 'https://shop.example.com/v2/cart'],
    ['http://127.0.0.1:8080/account.html', 'http://127.0.0.1:8080/account.html'],
    ['http://[::1]:8080/a', 'http://[::1]:8080/a'],
  ])('keeps what says which page it is: %s', (url, name) => {
    expect(pageName(url)).toBe(name);
  });

  it.each([
    ['https://shop.example.com/orders/1042', 'https://shop.example.com/orders/:id'],
    ['https://shop.example.com/orders/1042/invoice', 'https://shop.example.com/orders/:id/invoice'],
    [
      'https://shop.example.com/basket/3f1c2f9e-6c1b-4c3e-9d56-0e3c1f0a7b11',
      'https://shop.example.com/basket/:id',
    ],
    ['https://shop.example.com/users/zorblax', 'https://shop.example.com/users/:id'],
    ['https://shop.example.com/about/avery-morgan', 'https://shop.example.com/about/:id'],
    ['https://shop.example.com/about/averymorgan', 'https://shop.example.com/about/:id'],
    ['https://shop.example.com/@avery', 'https://shop.example.com/:id'],
    ['https://shop.example.com/reset/avery%40example.com', 'https://shop.example.com/reset/:id'],
    ['https://shop.example.com/avery@example.com/', 'https://shop.example.com/:id/'],
    ['https://ada:secret@shop.example.com/', 'https://shop.example.com/'],
    ['https://avery.shops.example.com/cart', 'https://:id.shops.example.com/cart'],
  ])('has nothing of anybody in it: %s', (url, name) => {
    expect(pageName(url)).toBe(name);
  });

  it('tells routes behind the hash apart, and leaves anchors out', () => {
    expect(pageName('https://shop.example.com/#/orders/1042?email=a@b.example')).toBe(
      'https://shop.example.com/#/orders/:id',
    );
    expect(pageName('https://shop.example.com/#!/cart')).toBe('https://shop.example.com/#!/cart');
    expect(pageName('https://shop.example.com/#avery')).toBe('https://shop.example.com/');
  });

  it('names what is no web page by its scheme, and a file by its last part', () => {
    expect(pageName('chrome://settings/people')).toBe('chrome:');
    expect(pageName('data:text/html,avery')).toBe('data:');
    expect(pageName('file:///home/avery/checkout.html')).toBe('file:///checkout.html');
    expect(pageName('no address')).toBe('');
  });

  it('is bounded, however long the address is', () => {
    expect(pageName(`https://a.example/${'x/'.repeat(2000)}`).length).toBeLessThan(200);
    expect(pageName(`https://a.example/${'a'.repeat(100_000)}`)).toBe('https://a.example/:id');
  });

  it('is the name of itself', () => {
    const name = pageName('https://shop.example.com/orders/1042/#/people/zorblax');
    expect(pageName(name)).toBe(name);
  });
});
