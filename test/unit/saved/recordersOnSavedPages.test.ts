import type { AnyNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import { profileById, profiles } from '../../../core/profiles/registry.ts';
import type { Rule, RuleAction } from '../../../core/rules/rule.ts';
import { growRawPage } from '../../../core/saved/growRawPage.ts';
import { redactSnapshot } from '../../../core/saved/redactSnapshot.ts';
import { createSavedAdapter } from '../../../core/saved/savedAdapter.ts';
import { parseSavedPage } from '../../../core/saved/savedPage.ts';
import { scanParsedPage } from '../../../core/saved/scanSavedPage.ts';
import { scanSnapshot } from '../../../core/saved/scanSnapshot.ts';
import { takeSnapshot } from '../../../core/saved/takeSnapshot.ts';
import { Possible } from '../../../core/treatment/treatment.ts';

const url = 'https://shop.example.com/checkout';

interface Given {
  readonly profile: string;
  readonly options?: unknown;
  readonly rules?: readonly (readonly [action: RuleAction, selector: string])[];
}

/** The page as it stood, and as it was kept: nodes of both have the same number. */
async function both(html: string) {
  const page = parseSavedPage(`<!doctype html><html><body>${html}</body></html>`, url);
  const nodes = [
    ...takeSnapshot<AnyNode>({
      tree: createSavedAdapter(page),
      root: page.document,
      isOurs: () => false,
      isQuirks: () => false,
      maxNodes: 10_000,
    }),
  ];
  const kept = await redactSnapshot({
    nodes,
    head: { url, lang: 'en' },
    name: 'x',
    savedAt: '2026-11-26T01:02:03Z',
  });
  return (given: Given) => {
    const profile = profileById(given.profile);
    if (!profile) throw new Error(given.profile);
    const rules = (given.rules ?? []).map(ruleOf);
    const input = { profile, options: given.options ?? {}, ruleSet: { rules, groups: [], gaps: [] } };
    return [scanParsedPage(growRawPage(nodes, url), input), scanSnapshot(kept, input)] as const;
  };
}

function ruleOf([action, selector]: readonly [RuleAction, string], index: number): Rule {
  return {
    id: `r${index}`,
    groupId: '0',
    editable: 'any',
    name: 'r',
    selector,
    exceptions: [],
    action,
    consent: false,
    scope: 'all',
    platforms: ['web'],
  };
}

/** What a text would come out as, with whatever else it may be. */
function textsOf(scan: CaptureScan): readonly string[] {
  return scan.records
    .filter(({ channel, output }) => channel === 'text' && (output === null || output.trim() !== ''))
    .map(({ treatment }) => treatment);
}

/** Elements of which the page that was kept says for sure that they are hidden, and the page itself did not. */
function wronglyHidden([page, kept]: readonly [CaptureScan, CaptureScan]): readonly string[] {
  const possible = (scan: CaptureScan) =>
    new Map(scan.nodes.map(({ id, decision }) => [id, scan.decisions[decision]?.possible ?? 0]));
  const after = possible(kept);
  const wrong: string[] = [];
  for (const [id, before] of possible(page)) {
    const now = after.get(id) ?? before;
    if (before & Possible.captured && !(now & Possible.captured)) wrong.push(`${id}: ${before} -> ${now}`);
  }
  const records = new Map<string, boolean>();
  const keyOf = ({ node, channel, name, part }: CaptureScan['records'][number]) =>
    `${node} ${channel} ${name} ${part}`;
  for (const record of kept.records) {
    const isOpen = record.treatment === 'captured' || record.treatment === 'unknown';
    records.set(keyOf(record), isOpen || records.get(keyOf(record)) === true);
  }
  for (const record of page.records)
    if (record.treatment === 'captured' && record.output?.trim() && records.get(keyOf(record)) === false)
      wrong.push(keyOf(record));
  return wrong;
}

describe('what a recorder would do on a page that was kept', () => {
  it('Datadog: a mark that only may be there hides nothing for sure', async () => {
    const scan = await both(
      '<p>Zorblax Quintrell</p><div data-dd-privacy="mask-zorblax-quintrell"><p>one</p><input value="two"></div><p data-dd-privacy="hidden">three</p>',
    );
    for (const level of ['mask', 'allow', 'mask-user-input', 'mask-unless-allowlisted']) {
      const given = { profile: 'datadog', options: { defaultPrivacyLevel: level } };
      expect(wronglyHidden(scan(given))).toEqual([]);
    }
    const [page, kept] = scan({ profile: 'datadog', options: { defaultPrivacyLevel: 'allow' } });
    expect(textsOf(page)).toEqual(['captured', 'captured', 'excluded']);
    expect(textsOf(kept)).toEqual(['captured', 'unknown', 'excluded']);
  });

  it.each([
    ['rrweb', 'blockClass', {}],
    ['rrweb', 'maskTextClass', {}],
    ['mixpanel', 'record_mask_text_class', { record_mask_all_text: false }],
    ['mixpanel', 'record_block_class', { record_mask_all_text: false }],
  ])('%s: a class that was not kept may or may not fit the pattern of %s', async (profile, option, more) => {
    const scan = await both(
      '<p>Zorblax 884231</p><p class="private-zorblax">one</p><p class="order-884231">two</p><p class="card">three</p>',
    );
    for (const source of ['^private-.$', '^order-\\D$', 'zorblax', '^(?!card)', '\\d{6}', '^[^a-z]']) {
      const options = { ...more, [option]: { $scrim: 'regexp', source, flags: '' } };
      const scans = scan({ profile, options });
      expect(wronglyHidden(scans)).toEqual([]);
      expect(textsOf(scans[1])).toEqual(['captured', 'unknown', 'unknown', 'captured']);
    }
    const options = { ...more, [option]: { $scrim: 'regexp', source: '^card$', flags: '' } };
    expect(textsOf(scan({ profile, options })[1]).at(-1)).toMatch(/masked|excluded/);
  });

  it('Smartlook: a rule around it that only may apply outranks what is inside it, as it would if it did', async () => {
    const scan = await both(
      '<p>Zorblax</p><div class="user-zorblax"><select><option>one</option></select></div>',
    );
    const scans = scan({ profile: 'smartlook', rules: [['unmask', '[class*=zorb]']] });
    expect(wronglyHidden(scans)).toEqual([]);
  });

  it('Clarity: a name has no digit, so it is not masked; nor is what stood beside a value', async () => {
    const scan = await both(
      '<p>Contact: Maria Fernandez</p><label>Full name</label><b>Peter Johnson</b><p>Write to jane@example.org please</p>',
    );
    const [page, kept] = scan({ profile: 'clarity' });
    expect(kept.savedValues?.map(({ detector }) => detector)).toEqual(
      expect.arrayContaining(['person-name', 'email']),
    );
    expect(wronglyHidden([page, kept])).toEqual([]);
  });

  it('is never hidden for sure where the page itself shows it, whatever the rules and the recorder', async () => {
    const scan = await both(mixed);
    const selectors = [
      '[class*=zorb]',
      '.user-zorblax *',
      '*:not(.user-zorblax)',
      '[data-customer="Quintrell"]',
      'div:has(.zorblax)',
      '[class="card zorblax"] ~ *',
      'x-zorblax',
      '[type="text" i]',
    ];
    for (const { id } of profiles)
      for (const action of ['exclude', 'mask', 'unmask'] as const)
        for (const [index, selector] of selectors.entries()) {
          const other = selectors[(index + 3) % selectors.length] ?? '*';
          const rules = [
            [action, selector],
            [action === 'unmask' ? 'mask' : 'unmask', other],
          ] as const;
          expect({ id, rules, wrong: wronglyHidden(scan({ profile: id, rules })) }).toEqual({
            id,
            rules,
            wrong: [],
          });
        }
  });
});

const marks = [
  'data-dd-privacy="zorblax"',
  'data-sl="zorblax"',
  'data-private="zorblax"',
  'data-public',
  'data-clarity-unmask',
  'data-clarity-mask',
  'data-openreplay-unmask',
  'data-hj-allow',
  'class="fs-unmask"',
  'class="sentry-unmask"',
  'class="amp-unmask user-zorblax"',
  'class="card zorblax"',
  'data-customer="Quintrell"',
];
const mixed = `<h1>Zorblax Quintrell, order 884231</h1>${marks
  .map(
    (mark) =>
      `<div ${mark}><p>plain words</p><input type="text" class="zorblax" value="Zorblax"><x-zorblax>Order 884231</x-zorblax><select><option>one</option></select></div>`,
  )
  .join('')}`;
