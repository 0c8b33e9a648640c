import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../core/rules/rule.ts';
import { simulate } from './simulate.ts';

/** The worked examples of FullStory's precedence, as a table: what is on the page, and what leaves it. */
interface Example {
  readonly says: string;
  readonly html: string;
  readonly rules?: readonly Partial<Rule>[];
  readonly options?: unknown;
  /** Path ending of a text, `value`, or `@attribute`, and what is sent: text, ███ or null for nothing. */
  readonly sends: Readonly<Record<string, readonly [treatment: string, output: string | null]>>;
}

const cards: readonly Partial<Rule>[] = [
  { selector: '.card', action: 'mask' },
  { selector: '.card .num', action: 'exclude' },
];
const spareSafe: Partial<Rule> = { selector: 'input', action: 'exclude', exceptions: ['input.safe'] };
const formPrivacyOff = { groupId: '1', editable: 'description-scope-exceptions' } as const;

const examples: readonly Example[] = [
  {
    says: 'an unmasked child of a masked box is sent, its neighbour text is masked',
    html: '<div class="fs-mask"><b class="fs-unmask">ok</b> x</div>',
    sends: { 'b > #text': ['captured', 'ok'], 'div > #text': ['masked', ' █'] },
  },
  {
    says: 'nothing inside an excluded box comes back',
    html: '<div class="fs-exclude"><b class="fs-unmask">ok</b></div>',
    sends: { 'b > #text': ['excluded', null] },
  },
  {
    says: 'mask beats unmask on the same element',
    html: '<p class="fs-mask fs-unmask">secret</p>',
    sends: { 'p > #text': ['masked', '██████'] },
  },
  {
    says: 'rules nest: the card is masked, its number excluded',
    html: '<div class="card">Visa <i class="num">4242</i></div>',
    rules: cards,
    sends: { 'div > #text': ['masked', '████ '], 'i > #text': ['excluded', null] },
  },
  {
    says: 'Form Privacy beats .fs-unmask on the input itself',
    html: '<input class="fs-unmask" value="Jane">',
    sends: { value: ['masked', '████'], '@value': ['masked', '████'] },
  },
  {
    says: 'an exception to Form Privacy sends the input where capture is the default',
    html: '<input class="ok" value="Jane">',
    rules: [{ selector: 'input', action: 'mask', exceptions: ['.ok'], ...formPrivacyOff }],
    sends: { value: ['captured', 'Jane'] },
  },
  {
    says: 'an exception alone does not lift Private by Default',
    html: '<input class="ok" value="Jane">',
    rules: [{ selector: 'input', action: 'mask', exceptions: ['.ok'], ...formPrivacyOff }],
    options: { privateByDefault: true },
    sends: { value: ['masked', '████'] },
  },
  {
    says: 'exception and unmask together lift Private by Default',
    html: '<p class="fs-unmask"><input class="ok" value="Jane"></p>',
    rules: [
      { selector: 'input', action: 'mask', exceptions: ['.ok'], ...formPrivacyOff },
      { selector: '.fs-unmask', action: 'unmask' },
    ],
    options: { privateByDefault: true },
    sends: { value: ['captured', 'Jane'] },
  },
  {
    says: 'a radio button in an unmasked section stays excluded, the text beside it is sent',
    html: '<section class="fs-unmask"><input type="radio" value="yes">Yes</section>',
    options: { privateByDefault: true },
    sends: { value: ['excluded', null], 'section > #text': ['captured', 'Yes'] },
  },
  {
    says: 'an exception subtracts from its own rule only: Form Privacy still masks the input',
    html: '<input class="safe" value="Jane">',
    rules: [spareSafe],
    sends: { value: ['masked', '████'] },
  },
  {
    says: 'an exception cannot bring back a descendant of an excluded box',
    html: '<div class="box"><b class="ok">x</b></div>',
    rules: [{ selector: '.box', action: 'exclude', exceptions: ['.box .ok'] }],
    sends: { 'b > #text': ['excluded', null] },
  },
  {
    says: 'a preview rule masks in a preview session',
    html: '<p class="pii">Jane</p>',
    rules: [{ selector: '.pii', action: 'mask', scope: 'preview' }],
    options: { session: 'preview' },
    sends: { 'p > #text': ['masked', '████'] },
  },
  {
    says: 'a preview rule does nothing for live visitors',
    html: '<p class="pii">Jane</p>',
    rules: [{ selector: '.pii', action: 'mask', scope: 'preview' }],
    sends: { 'p > #text': ['captured', 'Jane'] },
  },
  {
    says: 'a consent rule excludes until the visitor consents',
    html: '<p class="addr">Main St</p>',
    rules: [{ selector: '.addr', action: 'exclude', consent: true }],
    sends: { 'p > #text': ['excluded', null] },
  },
  {
    says: 'a consent rule is dropped once the visitor consented',
    html: '<p class="addr">Main St</p>',
    rules: [{ selector: '.addr', action: 'exclude', consent: true }],
    options: { consent: true },
    sends: { 'p > #text': ['captured', 'Main St'] },
  },
  {
    says: 'unmask with consent waits for consent',
    html: '<div class="fs-mask"><p class="fs-unmask-with-consent">Jane</p></div>',
    sends: { 'p > #text': ['masked', '████'] },
  },
  {
    says: 'unmask with consent applies after consent',
    html: '<div class="fs-mask"><p class="fs-unmask-with-consent">Jane</p></div>',
    options: { consent: true },
    sends: { 'p > #text': ['captured', 'Jane'] },
  },
  {
    says: 'an image cannot be masked; its alternative text is undocumented',
    html: '<span class="fs-mask"><img src="/u/jane-doe.jpg" alt="Jane Doe"></span>',
    sends: { '@src': ['captured', '/u/jane-doe.jpg'], '@alt': ['unknown', 'Jane Doe'] },
  },
  {
    says: 'Form Privacy masks the value, not the label',
    html: '<label>SSN <input value="078-05-1120"></label>',
    sends: { value: ['masked', '███████████'], 'label > #text': ['captured', 'SSN '] },
  },
  {
    says: 'the initial text of a text area is masked too',
    html: '<textarea>a b\nc</textarea>',
    sends: { 'textarea > #text': ['masked', '█ █\n█'], value: ['masked', '█ █\n█'] },
  },
  {
    says: 'a submit button is an input: its caption is masked as its value',
    html: '<input type="submit" value="Jane">',
    sends: { '@value': ['masked', '████'] },
  },
];

describe('FullStory, worked examples', () => {
  test.each(examples)('$says', ({ html, rules, options, sends }) => {
    const { records } = simulate(html, rules, options);
    for (const [where, expected] of Object.entries(sends)) {
      const found = records.filter((record) => {
        if (where === 'value') return record.channel === 'value' && record.name === undefined;
        if (where.startsWith('@')) return record.channel === 'attribute' && record.name === where.slice(1);
        return record.channel === 'text' && record.path.endsWith(where);
      });
      expect(
        found.map((record) => [record.treatment, record.output]),
        where,
      ).toEqual([expected]);
    }
  });
});
