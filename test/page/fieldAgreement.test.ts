import { readFileSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import type { FieldFacts } from '../../core/fields/fieldFacts.ts';
import { profileById } from '../../core/profiles/registry.ts';
import { scanSavedPage } from '../../core/saved/scanSavedPage.ts';
import { openBrowser, openScrimPage } from './openScrimPage.ts';

// A live page and its saved copy are read by one reading over two trees: the facts of every field are the same.

const fixtures = new URL('../fixtures/', import.meta.url);
/** The fixtures that have fields. */
const shop = ['account.html', 'checkout.html'].map(
  (file) => [file, readFileSync(new URL(`shop/${file}`, fixtures), 'utf8')] as const,
);

/** All ways to label, and the traps: ids given twice, controls in labels, forms named by id, shadow roots, frames. */
const labelled = `<!doctype html><html lang="de"><body>
  <h1>Konto</h1>
  <form id="kasse" action="/kasse/adresse?x=1"><h2>Lieferadresse</h2>
    <label for="a">Vorname<script>var x = 1</script></label><input id="a" name="user[first]" data-qa="first-name">
    <label>Land <select name="land"><option>Deutschland<option>Polen</select></label>
    <fieldset><legend>Geburtsdatum</legend>
      <select aria-label="Jahr">${Array.from({ length: 40 }, (_, year) => `<option>${1990 + year}</option>`).join('')}</select>
    </fieldset>
    <div role="group" aria-labelledby="g"><span id="g">Karte</span>
      <input aria-labelledby="g n" aria-describedby="d"><span id="n">Nummer</span><p id="d">16 Ziffern</p></div>
    <table><tr><th>Ort</th><th>PLZ</th></tr><tr><td><input></td><td><input maxlength="5"></td></tr></table>
    <dl><dt>Telefon</dt><dd><input type="tel"></dd></dl>
    <div class="field field-mail"><input><label>E-Mail</label></div>
    Firma: <input type="hidden" name="t"><input title="Firma"><input>
    <label for="twice">Eins</label><input id="twice"><label for="twice">Zwei</label><input id="twice">
    <button>Weiter</button></form>
  <input form="kasse" placeholder="Gutschein"><input form="nirgends" name="attributes">
  <label for="">Nichts</label><input id="">
  <div><template shadowrootmode="open"><label for="s">Passwort</label><input id="s" type="password"></template></div>
  <iframe srcdoc="<html lang=fr><label>Nom <input name=nom></label></html>"></iframe>
</body></html>`;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const fullstory = profileById('fullstory');
const ruleSet = { rules: [], groups: [], gaps: [] };

test.each([['labels', labelled] as const, ...shop])('reads the fields of %s alike', async (_name, html) => {
  if (!fullstory) throw new Error('no profile');
  const source = html.replace(/<script\b[\s\S]*?<\/script>/g, '');
  const { page, call } = await openScrimPage(browser, source);
  const live = await call<CaptureScan>('scan', { profile: 'fullstory', options: {}, ruleSet });
  const saved = scanSavedPage({ html: source, url: 'about:blank', profile: fullstory, options: {}, ruleSet });
  expect(live.fields.length).toBeGreaterThan(0);
  expect(live.fields.map(withoutNode)).toEqual(saved.fields.map(withoutNode));
  await page.close();
});

function withoutNode({ node: _node, ...facts }: FieldFacts) {
  return facts;
}
