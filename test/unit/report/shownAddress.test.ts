import { describe, expect, test } from 'vitest';
import { notLoadedReport } from '../../../core/report/notLoadedReport.ts';
import { shownAddress } from '../../../core/report/shownAddress.ts';

describe('the address of a page in a report', () => {
  test.each([
    [
      'https://x.example/shop/blue-shirt?page=2&sort=asc#size',
      'https://x.example/shop/blue-shirt?page=2&sort=asc#size',
    ],
    ['http://127.0.0.1:8080/orders/2024-11-03', 'http://127.0.0.1:8080/orders/2024-11-03'],
    ['pages/jane.html', 'pages/jane.html'],
    ['https://x.example/a?email=jane.roe@example.org&page=2', 'https://x.example/a?email=•••&page=2'],
    ['https://x.example/a?to=jane.roe%40example.org', 'https://x.example/a?to=•••'],
    ['https://x.example/a?jane.roe@example.org', 'https://x.example/a?•••'],
    ['https://x.example/a?jane.roe@example.org=1', 'https://x.example/a?•••=•••'],
    ['https://x.example/u/jane.roe%40example.org/a', 'https://x.example/u/•••/a'],
    ['https://jane:secret@x.example/', 'https://•••@x.example/'],
    ['https://x.example/#/u/jane.roe@example.org?tel=5', 'https://x.example/#/u/•••?tel=•••'],
    ['https://x.example/#access_token=abc', 'https://x.example/#access_token=•••'],
  ])('%s is shown as %s', (address, shown) => {
    expect(shownAddress(address)).toBe(shown);
  });

  test('is no other in the words of the browser', () => {
    const said = 'net::ERR_CONNECTION_REFUSED at https://x.example/a?to=jane.roe%40example.org';
    const [why] = notLoadedReport('a', said).uninspected;
    expect(why?.detail).toBe('net::ERR_CONNECTION_REFUSED at https://x.example/a?to=•••');
  });
});
