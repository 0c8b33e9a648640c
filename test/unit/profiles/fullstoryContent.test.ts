import { describe, expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const masking = { selector: 'body', action: 'mask' } as const;

describe('what names the page', () => {
  test.each(['<title>Jane</title>', '<p><title>Jane</title></p>'])('%s in a masked body is sent', (html) => {
    const { records } = simulate(html, [masking]);
    const titles = records.filter((record) => record.output === 'Jane');
    expect(titles).toMatchObject([{ channel: 'title', treatment: 'captured' }]);
  });

  test("a picture's title is text of the picture, whose masking is not documented", () => {
    const { text } = simulate('<svg><g><title>Jane</title></g></svg>', [masking]);
    expect(text(/title > #text$/)).toMatchObject({ channel: 'text', treatment: 'unknown' });
  });
});

describe('scripts', () => {
  test.each(['text/template', 'text/x-handlebars', 'text/html', 'importmap', 'application/ld+json'])(
    'the content of type %s is data, and may be recorded',
    (type) => {
      const { records } = simulate(`<script type="${type}">Jane</script>`);
      expect(records.find((record) => record.output === 'Jane')).toMatchObject({
        channel: 'jsonld',
        treatment: 'unknown',
      });
    },
  );

  test.each(['', 'module', 'text/javascript', 'application/x-javascript', 'text/ecmascript'])(
    'code of type "%s" is no part of a recording',
    (type) => {
      const { records } = simulate(`<script type="${type}">Jane</script>`);
      expect(records.some((record) => record.output === 'Jane')).toBe(false);
    },
  );
});

describe('templates', () => {
  const unmasked = '<template><p class="fs-unmask">Jane</p></template>';

  test.each([unmasked, `<template>${unmasked}</template>`])(
    'what an unmask rule may show is not called masked: %s',
    (html) => {
      const { text } = simulate(html, [masking]);
      expect(text(/p > #text$/)).toMatchObject({ treatment: 'unknown', output: 'Jane' });
    },
  );

  test('what no rule shows is masked with what is around it', () => {
    const { text } = simulate('<template><p>Jane</p></template>', [masking]);
    expect(text(/p > #text$/)).toMatchObject({ treatment: 'masked' });
  });
});

describe('rules in doubt', () => {
  test.each([true, false])('consent %s does not switch off an action nobody knows', (consent) => {
    const odd = { selector: 'p', action: 'unspecified', consent: true } as const;
    const { text } = simulate('<p>Jane</p>', [masking, odd], { consent });
    expect(text(/p > #text$/)).toMatchObject({ treatment: 'unknown', output: 'Jane' });
  });

  test('an unmask rule with a broken selector leaves what it selects unknown, inside a mask too', () => {
    const broken = { selector: 'div > > .num', action: 'unmask' } as const;
    const { text } = simulate('<div><p class="fs-mask"><b class="num">Jane</b></p></div>', [broken]);
    expect(text(/b > #text$/)).toMatchObject({ treatment: 'unknown', output: 'Jane' });
  });
});

describe('content whose masking is not documented', () => {
  test.each([
    ['text in a drawing', '<svg><text>Jane</text></svg>', /text > #text$/],
    ['suggestions of a field', '<datalist><option>Jane</option></datalist>', /option > #text$/],
  ])('%s under a mask is unknown, not masked', (_what, html, path) => {
    expect(simulate(`<div class="fs-mask">${html}</div>`).text(path)).toMatchObject({
      treatment: 'unknown',
      output: 'Jane',
    });
    expect(simulate(html).text(path)).toMatchObject({ treatment: 'captured' });
    expect(simulate(`<div class="fs-exclude">${html}</div>`).text(path)).toMatchObject({ output: null });
  });
});
