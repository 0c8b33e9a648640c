import * as v from 'valibot';
import { expect, it } from 'vitest';
import { parseBody } from '../../../server/parseBody.ts';

const schema = v.strictObject({ source: v.strictObject({ selector: v.string() }) });

it.each([
  ['{}', 'source: is missing'],
  ['{"source":{}}', 'source.selector: is missing'],
  ['{"source":{"selector":5}}', 'source.selector: must be string'],
  ['{"source":{"selector":".a"},"sauce":1}', 'sauce: is not known here'],
])('names what is wrong in %s', (body, words) => {
  expect(() => parseBody(schema, body)).toThrow(words);
});
