import { expect, it } from 'vitest';
import { receiverOf } from '../../../core/wire/receiverOf.ts';

const site = 'https://www.shop.co.uk/checkout?x=1';

it.each([
  ['https://rs.fullstory.com/rec/page?OrgId=x', 'fullstory', true],
  ['https://o1.ingest.de.sentry.io/api/1/envelope/', 'sentry', true],
  ['https://notfullstory.com/', undefined, true],
  ['https://api.shop.co.uk/v1', undefined, false],
  ['https://other.co.uk/v1', undefined, true],
  ['wss://live.shop.co.uk/', undefined, false],
] as const)('says who %s is sent to', (url, recorder, isThirdParty) => {
  expect(receiverOf(new URL(url), new URL(site))).toEqual({
    origin: new URL(url).origin,
    ...(recorder === undefined ? {} : { recorder }),
    isThirdParty,
  });
});
