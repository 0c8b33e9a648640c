import { describe, expect, test } from 'vitest';
import { profileById } from '../../../core/profiles/registry.ts';
import { createSavedAdapter } from '../../../core/saved/savedAdapter.ts';
import { parseSavedPage } from '../../../core/saved/savedPage.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';
import { titleOf } from '../../../core/saved/titleOf.ts';
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

  test('names with escapes in them are found: utility classes have slashes and brackets', () => {
    const html = '<p class="w-1/2">a</p><p class="[&>p]:m-1">b</p><p class="a@b">c</p><p id="x/y">d</p>';
    const selectors = ['.w-1\\/2', '.\\[\\&\\>p\\]\\:m-1', '.a\\@b', '#x\\/y'];
    const rules = selectors.map((selector) => ({ selector, action: 'mask' as const }));
    const { scan } = simulate(html, rules);
    const treatments = scan.records.filter(({ channel }) => channel === 'text').map((one) => one.treatment);
    expect(treatments).toEqual(['masked', 'masked', 'masked', 'masked']);
    expect(scan.problems).toEqual([]);
  });

  test('an input of a type that does not exist is a text field', () => {
    const page = parseSavedPage('<input type="ssn" value="1">', '');
    const adapter = createSavedAdapter(page);
    const body = page.document.children.flatMap((html) => ('children' in html ? html.children : []))[1];
    const input = body && adapter.firstChild(body);
    expect(input && adapter.control(input)).toMatchObject({ type: 'text', value: '1' });
  });

  test('has the title that the browser would say', () => {
    const html =
      '<template><title>no</title></template><body><svg><title>no</title></svg><title>  Order\n of <b>Jane </title>';
    const page = parseSavedPage(html, 'file:///saved.html');
    expect(titleOf(page.document)).toBe('Order of <b>Jane');
    expect(titleOf(parseSavedPage('<p>x</p>', '').document)).toBe('');
  });

  test('100,000 siblings are read in seconds', () => {
    expect(textTreatments(`<!doctype html>${'<p>x</p>'.repeat(100_000)}`)).toHaveLength(100_000);
  }, 30_000);
});
