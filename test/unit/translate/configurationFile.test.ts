import { describe, expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { configurationFile } from '../../../core/translate/configurationFile.ts';
import { targetWriters } from '../../../core/translate/registry.ts';
import { makeRule, makeRuleSet } from '../settings/makeRule.ts';

const t = createTranslator(en, 'en');
const rules = makeRuleSet([
  makeRule({ id: 'a', name: 'Names @all', selector: '.name' }),
  makeRule({ id: 'b', name: 'Card', selector: '#card', action: 'exclude', consent: true }),
]);

describe('a recorder’s configuration as a file', () => {
  it('is data in JSON, and a module with the same data otherwise', async () => {
    const json = configurationFile(rules, { recorder: 'rrweb', path: 'src/masking.json' }, t);
    const module = configurationFile(rules, { recorder: 'rrweb', path: 'src/masking.js' }, t);
    const options: unknown = JSON.parse(json.text ?? '');
    expect(options).toMatchObject({ maskTextSelector: expect.stringContaining('.name') });
    expect(module.text).toMatch(/^\/\/ Written by Scrim from the masking rules: /);
    expect(module.text).toContain(module.marker);
    const loaded = (await import(`data:text/javascript,${encodeURIComponent(module.text ?? '')}`)) as {
      default: unknown;
    };
    expect(loaded.default).toEqual(options);
  });

  it('says what it cannot express, with names that act on nothing', () => {
    const { remarks } = configurationFile(rules, { recorder: 'rrweb', path: 'src/masking.json' }, t);
    expect(remarks).toContain('### `src/masking.json`: configuration for rrweb');
    expect(remarks.replace(/(`+)[\s\S]*?\1/g, '')).not.toContain('@all');
  });

  it.each(targetWriters.map(({ id }) => id))(
    'for %s is a file, or the code that has to be put in by hand',
    (recorder) => {
      for (const path of ['a/masking.json', 'a/masking.mjs']) {
        const { text, remarks } = configurationFile(rules, { recorder, path }, t);
        if (text === null) expect(remarks).toMatch(/by hand:\*\*\n\n```js\n/);
        else if (path.endsWith('.json')) expect(JSON.parse(text)).toBeTypeOf('object');
        else expect(text).toMatch(/\nexport default \{/);
        expect(`${text}${remarks}`).not.toContain('$scrim');
      }
    },
  );
});
