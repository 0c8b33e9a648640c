import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChildNode, ParentNode } from 'domhandler';
import type { DetectorId } from '../../core/findings/finding.ts';
import { findLeaks } from '../../core/findings/findLeaks.ts';
import { rrweb } from '../../core/profiles/rrweb.ts';
import { parseSavedPage } from '../../core/saved/savedPage.ts';
import { scanSavedPage } from '../../core/saved/scanSavedPage.ts';
import type { Finder, Found } from './finder.ts';
import { isKept } from './isKept.ts';
import { printTable } from './printTable.ts';

/** Kinds that lean on words instead of checks: counted by themselves. */
const namesAndAddresses: ReadonlySet<DetectorId> = new Set(['person-name', 'postal-address', 'postal-code']);
const unread = new Set(['script', 'style', 'noscript', 'template', 'head']);
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

interface CleanPage {
  readonly site: string;
  readonly html: string;
  /** Texts of its blocks, in reading order. */
  readonly blocks: readonly string[];
  readonly lang: string;
}

export interface CleanPagesOptions {
  readonly data: string;
  readonly finders: readonly Finder[];
  /** Prints what was found; never in the kept split. */
  readonly showErrors?: boolean;
}

interface Reading {
  readonly what: string;
  kindsIn(page: CleanPage): Promise<readonly (readonly [kind: Found['kind'], text: string])[]>;
}

/**
 * False hits on pages that hold almost no personal data: all that is found counts as false, but e-mail addresses, which
 * stand there (an editor's, a contact), are counted by themselves.
 *
 * Ours also the way the panel and the command read pages: what a recorder without rules would send, every channel.
 */
export async function benchCleanPages({
  data,
  finders,
  showErrors = false,
}: CleanPagesOptions): Promise<void> {
  const pages = await readPages(join(data, 'pages-clean'));
  for (const kept of [false, true]) {
    const split = pages.filter((page) => isKept(page.site) === kept);
    const words = split.reduce(
      (sum, page) => sum + page.blocks.reduce((all, text) => all + wordsIn(text), 0),
      0,
    );
    const rows: string[][] = [];
    for (const reading of [capture, ...finders.flatMap(readingsOf)]) {
      let structured = 0;
      let mailboxes = 0;
      let named = 0;
      for (const page of split) {
        for (const [kind, text] of await reading.kindsIn(page)) {
          if (kind === 'email') mailboxes += 1;
          else if (kind !== 'other' && namesAndAddresses.has(kind)) named += 1;
          else structured += 1;
          if (showErrors && !kept && reading.what.startsWith('scrim'))
            console.log(`  ${reading.what}: ${page.site}: ${kind} ${JSON.stringify(text)}`);
        }
      }
      rows.push([
        reading.what,
        ...rates(structured, words, 125_000),
        ...rates(named, words, 10_000),
        String(mailboxes),
      ]);
    }
    console.log(`\nClean pages, ${kept ? 'kept apart' : 'tuned on'} (${split.length} pages, ${words} words)`);
    printTable(
      [
        'reading',
        'structured',
        'per 125,000 words',
        'names and addresses',
        'per 10,000 words',
        'e-mail addresses',
      ],
      rows,
    );
  }
}

const capture: Reading = {
  what: 'scrim, captured page',
  async kindsIn({ html, site }) {
    const scan = scanSavedPage({
      html,
      url: `https://${site}.example/`,
      profile: rrweb,
      options: {},
      ruleSet: { rules: [], groups: [], gaps: [] },
    });
    const findings = await findLeaks(scan);
    return findings.flatMap(({ kind, sample, places }) =>
      kind.type === 'value'
        ? [[kind.detector, `${sample} ${places[0].channel} ${places[0].path}`] as const]
        : [],
    );
  },
};

function readingsOf(finder: Finder): Reading[] {
  const find = async (text: string, lang: string) =>
    (await finder.find(text, lang === '' ? {} : { lang })).map(
      ({ kind, start, end }) =>
        [kind, `${text.slice(Math.max(0, start - 40), start)}[[${text.slice(start, end)}]]`] as const,
    );
  return [
    { what: `${finder.name}, whole text`, kindsIn: ({ blocks, lang }) => find(blocks.join('\n'), lang) },
    {
      what: `${finder.name}, block by block`,
      async kindsIn({ blocks, lang }) {
        const found: (readonly [Found['kind'], string])[] = [];
        for (const block of blocks) found.push(...(await find(block, lang)));
        return found;
      },
    },
  ];
}

async function readPages(folder: string): Promise<CleanPage[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html')).sort();
  return Promise.all(
    names.map(async (name) => {
      const html = await readFile(join(folder, name), 'utf8');
      const site = name.replace(/\.html$/, '');
      const { document } = parseSavedPage(html, '');
      return {
        site,
        html,
        blocks: blocksOf(document),
        lang: /<html[^>]{0,400}\blang="?([\w-]{2,8})/i.exec(html)?.[1] ?? '',
      };
    }),
  );
}

function blocksOf(root: ParentNode): string[] {
  const blocks: string[] = [];
  let run = '';
  const end = () => {
    const text = run.replace(/\s+/g, ' ').trim();
    if (text !== '') blocks.push(text);
    run = '';
  };
  const read = (node: ChildNode): void => {
    if (node.type === 'text') run += node.data;
    if (!('children' in node)) return;
    if ('name' in node && unread.has(node.name)) return;
    const block = !('name' in node) || !inline.has(node.name);
    if (block) end();
    for (const child of node.children) read(child);
    if (block) end();
  };
  for (const child of root.children) read(child);
  end();
  return blocks;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function rates(count: number, words: number, per: number): string[] {
  return [String(count), ((count * per) / words).toFixed(2)];
}
