import { describe, expect, test } from 'vitest';
import { profileById } from '../../../core/profiles/registry.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';
import { simulate } from './simulate.ts';

function textTreatments(html: string): string[] {
  const profile = profileById('fullstory');
  if (!profile) throw new Error('no profile');
  const { records } = scanSavedPage({
    html,
    url: 'file:///saved.html',
    profile,
    options: {},
    ruleSet: profile.offlineRules(),
  });
  return records.filter((record) => record.channel === 'text').map((record) => record.treatment);
}

describe('a saved page', () => {
  test('a frame in it compares classes with case, even where the page itself does not', () => {
    const frame = `<iframe srcdoc="<p class=FS-MASK>b</p>"></iframe>`;
    expect(textTreatments(`<p class=FS-MASK>a</p>${frame}`)).toEqual(['masked', 'captured']);
  });

  test('a shadow root in it has the mode of its document', () => {
    const host = '<x-a><template shadowrootmode=open><p class=FS-MASK>b</p></template></x-a>';
    expect(textTreatments(host)).toEqual(['unknown']);
    expect(textTreatments(`<!doctype html>${host}`)).toEqual(['captured']);
  });

  test('nesting that browsers flatten is refused: a mask around it would not reach it', () => {
    const nested = (levels: number) => `<!doctype html>${'<div>'.repeat(levels)}Jane`;
    expect(textTreatments(nested(500))).toEqual(['captured']);
    expect(() => textTreatments(nested(520))).toThrow('nested deeper');
  });

  test('SVG elements with capitals in their names are found', () => {
    const svg = '<svg><foreignObject><b>Jane</b></foreignObject></svg>';
    const rules = [{ selector: 'foreignObject', action: 'unmask' }] as const;
    const { text } = simulate(`<div class="fs-mask">${svg}</div>`, rules);
    expect(text(/b > #text$/)).toMatchObject({ treatment: 'captured', output: 'Jane' });
  });

  test('100,000 siblings are read in seconds', () => {
    expect(textTreatments(`<!doctype html>${'<p>x</p>'.repeat(100_000)}`)).toHaveLength(100_000);
  }, 30_000);
});
