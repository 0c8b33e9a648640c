import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckRun } from '../../../core/report/checkRun.ts';
import { escapeMarkdown } from '../../../core/report/escapeMarkdown.ts';
import { reportScript } from '../../../core/report/html/reportScript.ts';
import { reportStyle } from '../../../core/report/html/reportStyle.ts';
import type { PageReport } from '../../../core/report/pageReport.ts';
import { reportWriterById, reportWriters } from '../../../core/report/registry.ts';
import { hostilePage, hostileTexts } from './hostilePage.ts';
import { notLoadedReport, reportOf, runOf, words, written } from './sampleRun.ts';
import { wireSample } from './wireSample.ts';

const secret = 'jane.roe@example.org';
let planted: PageReport;
let hostile: PageReport;

beforeAll(async () => {
  planted = await reportOf(
    'shop.html',
    `<p>${secret}</p><p title="${secret}">4111 1111 1111 1111</p><!-- ${secret} --><p ${secret}="x">DE89370400440532013000</p>`,
    { rules: [{ selector: 'p', action: 'unmask', name: 'Show' }] },
  );
  hostile = await hostilePage();
});

describe.each(reportWriters)('the $id report', (writer) => {
  test('holds no raw value', async () => {
    const text = await written(writer, [{ ...planted, ...wireSample }]);
    expect(text).not.toMatch(/jane\.roe|4111|DE8937|37040044/);
    expect(text.length).toBeGreaterThan(100);
  });

  test('has words for everything it says', async () => {
    const text = await written(writer, [planted, hostile, notLoadedReport('gone.html', 'x')], {
      judgement: { exitCode: 1, reasons: [] },
    });
    // Of the JSON the keys are the point.
    const said = writer.id === 'json' ? '' : text.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '');
    expect(
      said.match(/\b(?:report|why|uninspected|detector|fieldClass|severity|tag|cli|hazard)\.[a-z]+/g),
    ).toBeNull();
  });

  test('names a page that did not load, and does not call it clean', async () => {
    const text = await written(writer, [notLoadedReport('gone.html', 'net::ERR_FAILED')]);
    expect(text).toMatch(/gone\.html|did not load|not-loaded/);
    expect(text).not.toContain(words.t('report.clean'));
  });

  test('writes the same run the same way, whoever asks', async () => {
    expect(await written(writer, [planted, hostile])).toBe(await written(writer, [planted, hostile]));
  });

  test('is found by its id', () => {
    expect(reportWriterById(writer.id)).toBe(writer);
  });
});

describe('what a page or a rule file may write', () => {
  test('begins no command of a workflow', async () => {
    const lines = (await written(writerOf('annotations'), [hostile]))
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) [\w=,.%-][^:]*::[^\r\n]+$/);
    expect(lines.some((line) => line.startsWith('::error file=x'))).toBe(false);
  });

  test('is no element and no script of the HTML report', async () => {
    const document = parse(await written(writerOf('html'), [hostile]));
    const tags = new Map<string, number>();
    const handlers: string[] = [];
    visit(document, (node) => {
      tags.set(node.nodeName, (tags.get(node.nodeName) ?? 0) + 1);
      for (const { name } of node.attrs ?? [])
        if (name.startsWith('on') || name === 'style') handlers.push(name);
    });
    expect(tags.get('script')).toBe(1);
    expect(tags.has('img')).toBe(false);
    expect(tags.has('failure')).toBe(false);
    expect(handlers).toEqual([]);
  });

  test('is no markup, no mention and no table cell in Markdown', async () => {
    const text = await written(writerOf('markdown'), [hostile]);
    expect(text).not.toMatch(/<script|<img|@somebody|\]\(https|<!-- -->|`code`|\| a \| b \|/);
    for (const one of hostileTexts) expect(escapeMarkdown(one)).not.toMatch(/[<>|`@[\]*_!]/);
  });

  test.each(reportWriters.filter(({ id }) => id !== 'json'))(
    'turns and hides nothing in the $id report',
    async (writer) => {
      const text = await written(writer, [hostile]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    },
  );

  test('stands in JSON as it was', async () => {
    const parsed = JSON.parse(await written(writerOf('json'), [hostile])) as { pages: PageReport[] };
    expect(parsed.pages[0]?.page).toBe(hostile.page);
  });
});

describe('30,000 findings', () => {
  let pages: PageReport[];
  const perPage = 300;
  const severities = ['low', 'medium', 'high', 'critical'] as const;

  beforeAll(() => {
    pages = Array.from({ length: 100 }, (_, at) => crowded(at));
  });

  /** Less severe first, so that what is kept is not what comes first. */
  function crowded(at: number): PageReport {
    const [leak] = planted.leaks;
    if (!leak) throw new Error('no leak');
    const leaks = Array.from({ length: perPage }, (_, nth) => ({
      ...leak,
      severity: severities[nth % 10 < 8 ? 0 : nth % 10 === 8 ? 2 : 3] ?? 'low',
      id: `email-${at}-${nth}`,
      places: leak.places.map((place) => ({
        ...place,
        path: `${place.path} > p:nth-child(${nth})`,
      })) as unknown as typeof leak.places,
    }));
    const verdict = { level: 'red', leaks: perPage, possibleLeaks: 0, uninspected: 0 } as const;
    return { ...planted, page: `https://shop.example/page-${at}`, leaks, verdict };
  }

  test('are within the limits of SARIF on GitHub, the most severe are kept, and it says how many are not', async () => {
    const text = await written(writerOf('sarif'), pages);
    const { runs } = JSON.parse(text) as SarifLog;
    const [run] = runs;
    const kept = run?.results ?? [];
    expect(runs.length).toBe(1);
    expect(kept.length).toBe(5_000);
    expect(kept.filter(({ message }) => message.text.length > 0 && message.text.length < 2_000).length).toBe(
      5_000,
    );
    const byLevel = kept.filter(({ level }) => level === 'error').length;
    expect(byLevel).toBe(5_000);
    expect(run?.invocations[0]?.properties.resultsLeftOut).toBe(25_000);
    expect(JSON.stringify(run?.invocations)).toContain('25,000 results are left out');
    expect(Math.max(...kept.map(({ locations }) => locations.length))).toBeLessThanOrEqual(1_000);
    expect(
      Math.max(...(run?.tool.driver.rules ?? []).map((rule) => rule.properties.tags.length)),
    ).toBeLessThanOrEqual(10);
    expect(gzipSync(text).length).toBeLessThan(10 * 1024 * 1024);
  });

  test('are within the size of a comment and of a job summary', async () => {
    const comment = await written(writerOf('markdown'), pages);
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toMatch(/more pages? ha(?:ve|s) findings/);
    const summary = await written(writerOf('summary'), pages);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary.length).toBeGreaterThan(comment.length);
  });

  test('of a hundred kinds are within ten errors, ten warnings and ten notices', async () => {
    const kinds = pages.map((page, at) =>
      ofKind(page, `custom:kind-${at}`, at % 2 === 0 ? 'leak' : 'possible'),
    );
    const text = await written(writerOf('annotations'), kinds, { rulesFile: { path: 'r.json', lines: {} } });
    const count = (level: string) => text.split('\n').filter((line) => line.startsWith(`::${level} `)).length;
    expect([count('error'), count('warning')]).toEqual([10, 10]);
    expect(count('notice')).toBeLessThanOrEqual(10);
    expect(text).toContain('kind 98');
  });

  test('make an HTML report that lists the most severe of each page and says how many are not', async () => {
    const text = await written(writerOf('html'), [
      { ...crowded(0), leaks: [...crowded(0).leaks, ...crowded(1).leaks] },
    ]);
    expect(text.match(/<li class="leak/g)?.length).toBe(300);
    expect(text).toContain('300 more findings of this page');
  });

  function ofKind(
    page: PageReport,
    detector: `custom:${string}`,
    certainty: 'leak' | 'possible',
  ): PageReport {
    return {
      ...page,
      leaks: page.leaks
        .slice(0, 1)
        .map((leak) => ({ ...leak, certainty, kind: { type: 'value', detector } })),
    };
  }
});

describe('pictures', () => {
  const picture = { src: `data:image/webp;base64,${'A'.repeat(3_000_000)}`, width: 10, height: 10 };

  test('are in the HTML report of the worst pages, and it says of how many they are not', async () => {
    const pictures = { before: picture, after: picture, numbers: {} };
    const clean = { ...(await reportOf('clean.html', '<p>Hi</p>')), pictures };
    const text = await written(writerOf('html'), [clean, { ...planted, pictures }, clean]);
    expect(text.match(/<img /g)?.length).toBe(2);
    expect(text.length).toBeLessThan(10_000_000);
    expect(text).toContain('The pictures of 2 pages are left out');
  });

  test('are pictures and nothing else', async () => {
    const src = 'javascript:alert(1)';
    const pictures = {
      before: { ...picture, src },
      after: { ...picture, src: 'data:text/html;base64,AAAA' },
      numbers: {},
    };
    const text = await written(writerOf('html'), [{ ...planted, pictures }]);
    expect(text).not.toMatch(/<img|javascript:alert|text\/html/);
  });
});

test('the whole run is looked at page by page, never two pages at a time', async () => {
  for (const writer of reportWriters) {
    let open = 0;
    let most = 0;
    const source = async function* () {
      for (let at = 0; at < 5; at += 1) {
        open += 1;
        most = Math.max(most, open);
        yield { ...planted, page: `p${at}` };
        open -= 1;
      }
    };
    const run: CheckRun = runOf([planted]);
    for await (const piece of writer.write(run, source, words)) expect(typeof piece).toBe('string');
    expect(most).toBe(1);
  }
});

test('the report has the colours of the panel', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../../assets/tokens.css'), 'utf8');
  const coloursOf = (css: string) =>
    new Map([...css.matchAll(/(--[\w-]+): (light-dark\([^)]*\))/g)].map(([, name, value]) => [name, value]));
  const [panel, report] = [coloursOf(tokens), coloursOf(reportStyle)];
  expect(report.size).toBeGreaterThan(10);
  for (const [name, value] of report) expect([name, panel.get(name)]).toEqual([name, value]);
  // Their hashes in the content security policy count one byte a character.
  expect(/^[\n -~]*$/.test(reportStyle + reportScript)).toBe(true);
});

interface SarifLog {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly { readonly properties: { readonly tags: readonly string[] } }[];
      };
    };
    readonly invocations: readonly { readonly properties: { readonly resultsLeftOut: number } }[];
    readonly results: readonly {
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly unknown[];
    }[];
  }[];
}

interface HtmlNode {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string }[];
  readonly childNodes?: readonly HtmlNode[];
}

function visit(node: HtmlNode, see: (node: HtmlNode) => void): void {
  see(node);
  for (const child of node.childNodes ?? []) visit(child, see);
}

function writerOf(id: string) {
  const writer = reportWriterById(id);
  if (!writer) throw new Error(`no writer ${id}`);
  return writer;
}
