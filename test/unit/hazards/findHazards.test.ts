import { describe, expect, test } from 'vitest';
import { createHazardSearch } from '../../../core/hazards/createHazardSearch.ts';
import { findHazards } from '../../../core/hazards/findHazards.ts';
import { mergeHazards } from '../../../core/hazards/mergeHazards.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';
import { decided, record, scanOf } from '../findings/scanOf.ts';
import { scanOfMarkup } from './hazardsOf.ts';

const blockedImage = record({
  node: 2,
  channel: 'attribute',
  name: 'src',
  treatment: 'excluded',
  output: null,
  decision: decided.masked,
});
const loaded = (output: string) => record({ node: 0, channel: 'resource', output });
const nodes = [
  [1, 0, 'html'],
  [2, 1, 'img'],
] as const;

describe('what travels beside the recording', () => {
  test('console messages are counted', () => {
    const line = record({ node: 0, channel: 'console', output: 'order of Jane Roe', moment: 'mutation' });
    const found = findHazards(scanOf({ nodes, records: [line, line] }));
    expect(found).toEqual([
      expect.objectContaining({ id: 'console-sent', count: 2, unit: 'messages', nodes: [] }),
    ]);
  });

  test('a console that is masked is none', () => {
    const line = record({ node: 0, channel: 'console', output: '****', treatment: 'masked' });
    expect(findHazards(scanOf({ nodes, records: [line] }))).toEqual([]);
  });

  test('addresses of pictures count where a picture is hidden', () => {
    const records = [blockedImage, loaded('https://shop.example/faces/jane.png?s=1'), loaded('/app.js')];
    expect(findHazards(scanOf({ nodes, records }))).toEqual([
      expect.objectContaining({ id: 'image-addresses', count: 1, unit: 'addresses', nodes: [2] }),
    ]);
  });

  test('addresses of pictures are no surprise where all of them are shown', () => {
    expect(findHazards(scanOf({ nodes, records: [loaded('/faces/jane.png')] }))).toEqual([]);
  });
});

test('a check box that FullStory masks instead of excluding tells whether it is ticked', () => {
  const profile = profileById('fullstory');
  const masking = profile?.offlineRules().rules.find(({ selector }) => selector === '.fs-mask');
  if (!profile || !masking) throw new Error('no profile with built-in rules');
  const scan = scanSavedPage({
    html: '<!doctype html><p class="fs-mask"><input type="checkbox" checked></p>',
    url: 'https://shop.example/',
    profile,
    options: {},
    ruleSet: { rules: [masking], groups: [], gaps: [] },
  });
  expect(findHazards(scan).map(({ id }) => id)).toEqual(['choices-sent']);
});

describe('a recording that goes on', () => {
  const hidden = record({
    node: 2,
    channel: 'text',
    output: '****',
    treatment: 'masked',
    decision: decided.masked,
  });
  const shown = record({ node: 2, channel: 'text', output: 'Jane', moment: 'mutation' });
  const typed = record({ node: 3, channel: 'console', output: 'x', moment: 'mutation' });
  const first = scanOf({ nodes, records: [hidden] });
  const part = {
    nodes: [{ id: 3, parent: 1, step: 'input', decision: 4 }],
    decisions: first.decisions.slice(0, 1),
    records: [shown, typed],
  };

  test('is read as if it were one scan, each record once', () => {
    const search = createHazardSearch(first, true);
    expect(search.report()).toEqual([]);
    search.late(part);
    const whole = {
      ...first,
      nodes: [...first.nodes, ...part.nodes],
      decisions: [...first.decisions, ...part.decisions],
      records: [...first.records, ...part.records],
    };
    expect(search.report()).toEqual(findHazards(whole));
    expect(search.report().map(({ id }) => id)).toEqual(['later-sent', 'console-sent']);
  });

  test('keeps what a new look does not find', () => {
    const [one, two] = findHazards({ ...first, records: [hidden, shown, typed] });
    if (!one || !two) throw new Error('expected two hazards');
    expect(mergeHazards([{ ...two, count: 5 }], [one, two])).toEqual([one, { ...two, count: 5 }]);
  });
});

describe('findings', () => {
  const page = `${'<p class="rr-mask" title="Jane Roe">x</p>'.repeat(30)}<input class="rr-mask">`;

  test('come most severe first, with a count and the first elements', () => {
    const found = findHazards(scanOfMarkup('rrweb', {}, page));
    expect(found.map(({ id, severity, count }) => [id, severity, count])).toEqual([
      ['mask-misses-fields', 'high', 1],
      ['describing-attributes', 'medium', 30],
    ]);
    expect(found[1]?.nodes).toHaveLength(20);
    expect(found[1]?.rules).toEqual(['.rr-mask']);
  });

  test('hold no value of the page', () => {
    const markup = '<p class="rr-mask" title="Jane Roe" data-a="jane@example.org"><!-- Jane Roe -->x</p>';
    const text = JSON.stringify(findHazards(scanOfMarkup('rrweb', {}, markup)));
    expect(text).toContain('describing-attributes');
    expect(text).not.toMatch(/jane/i);
  });

  test('are the same when a page is read again', () => {
    const read = () => findHazards(scanOfMarkup('sentry', {}, page));
    expect(read()).toEqual(read());
  });

  test('take seconds at most on a page of 40,000 elements side by side', () => {
    const markup = '<b></b>'.repeat(20_000) + '<p class="rr-mask" title="Jane Roe">x</p>'.repeat(20_000);
    const scan = scanOfMarkup(
      'clarity',
      {},
      markup.replaceAll('class="rr-mask"', 'data-clarity-mask="true"'),
    );
    const before = process.cpuUsage().user;
    findHazards(scan);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(5);
  }, 60_000);
});
