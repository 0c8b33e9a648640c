import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { help } from '../../cli/help.ts';
import { operationHelp } from '../../cli/operationHelp.ts';
import { backgroundGuards } from '../../core/backgroundGuards.ts';
import { detectors } from '../../core/detectors/registry.ts';
import { sensitiveFieldClasses } from '../../core/fields/sensitiveFieldClasses.ts';
import { hazards } from '../../core/hazards/registry.ts';
import { contentsquareContentPolicy } from '../../core/profiles/contentsquare/contentPolicy.ts';
import type { ContentKind, ContentPolicy } from '../../core/profiles/documented/contentPolicy.ts';
import { undocumentedPolicy } from '../../core/profiles/documented/undocumentedPolicy.ts';
import {
  dynatraceBlockList,
  dynatraceContentPolicy,
  dynatraceMaskAll,
} from '../../core/profiles/dynatrace/contentPolicy.ts';
import { fullstoryContentPolicy } from '../../core/profiles/fullstory/contentPolicy.ts';
import { fullstoryOfflineRules } from '../../core/profiles/fullstory/offlineRules.ts';
import { heapContentPolicy } from '../../core/profiles/heap/contentPolicy.ts';
import { hotjarContentPolicy } from '../../core/profiles/hotjar/contentPolicy.ts';
import { logrocketContentPolicy } from '../../core/profiles/logrocket/contentPolicy.ts';
import { pendoContentPolicy } from '../../core/profiles/pendo/contentPolicy.ts';
import { profiles } from '../../core/profiles/registry.ts';
import { smartlookContentPolicy } from '../../core/profiles/smartlook/contentPolicy.ts';
import { serveHelp } from '../../server/serveHelp.ts';
import { configEntries } from './configEntries.ts';
import { root } from './sourceModules.ts';

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

const documentedPolicies: Readonly<Record<string, ContentPolicy>> = {
  hotjar: hotjarContentPolicy,
  logrocket: logrocketContentPolicy,
  smartlook: smartlookContentPolicy,
  dynatrace: dynatraceContentPolicy,
  'dynatrace:MASK_ALL': dynatraceMaskAll,
  'dynatrace:BLOCK_LIST': dynatraceBlockList,
  contentsquare: contentsquareContentPolicy,
  heap: heapContentPolicy,
  pendo: pendoContentPolicy,
};

const documents = ['README.md', 'CONTRIBUTING.md', ...markdownUnder('docs')];

/** npm's own commands, and those with a shorter name. */
const npmCommands: ReadonlySet<string> = new Set(['install', 'ci', 'pack', 'start', 'test']);

describe('docs/dependencies.md', () => {
  const [runtime = '', building = ''] = read('docs/dependencies.md').split(/^## /m);

  it('lists every runtime dependency and nothing else', () => {
    expect(firstCells(runtime)).toEqual(Object.keys(manifest.dependencies).toSorted());
  });

  it('lists every other dependency and nothing else', () => {
    expect(firstCells(building)).toEqual(Object.keys(manifest.devDependencies).toSorted());
  });

  it.each(rowsOf(runtime).map((cells): [string, string] => [code(cells[0]), cells[4] ?? '']))(
    'says how large %s is',
    (name, size) => {
      const ratio = bytesOf(size) / sizeOfPackage(name);
      expect(ratio).toBeGreaterThan(0.75);
      expect(ratio).toBeLessThan(1.25);
    },
  );

  it.each(rowsOf(runtime).map((cells): [string, string] => [code(cells[0]), cells[3] ?? '']))(
    'says which licence %s has',
    (name, licence) => {
      const { license } = JSON.parse(
        readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
      ) as { readonly license: string };
      expect(licence).toBe(license);
    },
  );
});

describe('docs/leaks.md', () => {
  const text = read('docs/leaks.md');

  it('has a row for every detector that is run and for nothing else', () => {
    const [values = ''] = text.split(/^## Fields/m);
    expect(firstCells(values)).toEqual([...new Set(detectors.map(({ id }) => id))].toSorted());
  });

  it('says of each class of field whether it is sensitive', () => {
    const [, fields = ''] = text.split(/^## Fields/m);
    const said = rowsOf(fields.split(/^## /m)[0] ?? '')
      .flatMap(([name, is, other, otherIs]) => [
        [code(name), is],
        [code(other), otherIs],
      ])
      .filter(([, is]) => is === 'yes')
      .map(([name]) => name);
    expect(said.toSorted()).toEqual([...sensitiveFieldClasses].toSorted());
  });
});

describe('docs/hazards.md', () => {
  it('has a row for every hazard that is looked for, with its severity, and for nothing else', () => {
    const told = rowsOf(read('docs/hazards.md')).map(([id, severity]) => `${code(id)} ${severity}`);
    expect(told.toSorted()).toEqual(hazards.map(({ id, severity }) => `${id} ${severity}`).toSorted());
  });

  it('says of each which recorders, what happens and how it is known', () => {
    const bare = rowsOf(read('docs/hazards.md')).filter((cells) => cells.some((cell) => cell.length < 3));
    expect(bare).toEqual([]);
  });
});

describe('docs/profiles.md', () => {
  const text = read('docs/profiles.md');

  it('names every profile', () => {
    expect(rowsOf(text.split(/^## /m)[0] ?? '').map(([id]) => code(id))).toEqual(
      profiles.map(({ id }) => id),
    );
  });

  it('says how each is known to be right', () => {
    const told = rowsOf(text.split(/^## /m)[0] ?? '').map((cells) => cells[2] ?? '');
    const manifest = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
    const known = profiles.map(({ evidence }) => {
      if (evidence.kind === 'documented') return 'documented, not verified';
      expect(manifest.devDependencies[evidence.package]).toBe(evidence.version);
      return `${evidence.kind} against ${evidence.package} ${evidence.version}`;
    });
    expect(told.map((cell) => cell.split(':')[0])).toEqual(known);
  });

  it('has the rows of the FullStory policy as the code has them', () => {
    const told = rowsOf(section(text, '### What is sent')).map((cells) => [
      code(cells[0]),
      ...cells.slice(2, 6),
      /\]\((\S+)\)/.exec(cells[6] ?? '')?.[1] ?? cells[6],
    ]);
    const known = Object.entries(fullstoryContentPolicy).map(([kind, row]) => [
      kind,
      row.captured,
      row.masked,
      row.excluded,
      row.grade,
      row.source,
    ]);
    expect(told).toEqual(known);
  });

  it('has the built-in rules as the code has them', () => {
    const told = rowsOf(section(text, '### Built-in rules')).map(([selector, action = '', group]) => [
      code(selector),
      action.split(',')[0],
      action.includes(','),
      group === 'Form Privacy',
    ]);
    const known = fullstoryOfflineRules().rules.map(({ selector, action, consent, groupId }) => [
      selector,
      action,
      consent,
      groupId !== '0',
    ]);
    expect(told).toEqual(known);
  });
});

describe('docs/profiles.md, the documented seven', () => {
  const text = read('docs/profiles.md');

  it('has what is known of each kind of content as the code has it', () => {
    const told = rowsOf(section(text, '### What their documentation says')).map((cells) => [
      code(cells[0]),
      code(cells[1]),
      ...cells.slice(2, 6),
      /\]\((\S+)\)/.exec(cells[6] ?? '')?.[1],
    ]);
    const known = Object.entries(documentedPolicies).flatMap(([id, policy]) =>
      Object.entries(policy)
        .filter(([kind, row]) => row !== undocumentedPolicy[kind as ContentKind])
        .map(([kind, row]) => [id, kind, row.captured, row.masked, row.excluded, row.grade, row.source]),
    );
    expect(told).toEqual(known);
  });

  it('has the marks they honour as the code has them', () => {
    const told = rowsOf(section(text, '### What they honour in a page')).map(
      ([id, selector, action, sure]) => [code(id), code(selector), action, sure === 'yes'],
    );
    const documented = profiles.filter(
      ({ id, evidence }) => evidence.kind === 'documented' && id !== 'fullstory',
    );
    const known = documented.flatMap((profile) =>
      profile
        .play({ rules: [], groups: [], gaps: [] }, profile.parseOptions({}), () => undefined)
        .rules.map(({ selector, action, certain }) => [profile.id, selector, action, certain]),
    );
    expect(told).toEqual(known);
  });
});

describe('scrim help', () => {
  it.each([
    ['verified against the real package', 'verified'],
    ['documented, not verified', 'documented'],
  ])('names the recorders that are %s', (heading, kind) => {
    const [, after = ''] = help.split(`Recorders, ${heading}\n`);
    const [list = ''] = after.split(/\n(?! {10})/);
    const told = list.trim().split(/,\s+/);
    expect(told).toEqual(profiles.filter(({ evidence }) => evidence.kind === kind).map(({ id }) => id));
  });
});

describe('docs/check.md', () => {
  it('has a row for every entry that a configuration takes, and for nothing else', () => {
    const told = rowsOf(section(read('docs/check.md'), '## Every entry of the configuration')).map(([cell]) =>
      code(cell),
    );
    const taken = configEntries();
    const settings = taken.filter((path) => /^defaults\./.test(path));
    // The settings of one page are those of all: they are told once.
    const ofPage = settings.map((path) => path.replace('defaults.', 'pages[].'));
    expect(taken).toEqual(expect.arrayContaining(ofPage));
    expect(told.toSorted()).toEqual(taken.filter((path) => !ofPage.includes(path)).toSorted());
  });
});

describe('docs/cli.md', () => {
  it('has a row for every flag of the command and for no other', () => {
    const flags = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map((match) => match[1] ?? '');
    const told = firstCells(section(read('docs/cli.md'), '## Flags')).map((cell) => cell.split(' ')[0]);
    expect(told).toEqual(flags.toSorted());
  });
});

describe('docs/server.md', () => {
  it.each([
    ['scrim serve', '## scrim serve', serveHelp],
    ['scrim keys and scrim audit', '## Keys', operationHelp],
  ])('has a row for every flag of %s and for no other', (_command, heading, text) => {
    const flags = [...text.matchAll(/^ {2}(--[a-z-]+)/gm)].map((match) => match[1] ?? '');
    const told = firstCells(section(read('docs/server.md'), heading)).filter((cell) => cell.startsWith('--'));
    expect(told.map((cell) => cell.split(' ')[0])).toEqual(flags.toSorted());
  });
});

describe('docs/security.md', () => {
  it('says who may send each request to the background', () => {
    expect(firstCells(section(read('docs/security.md'), '## Messages'))).toEqual(
      Object.keys(backgroundGuards).toSorted(),
    );
  });
});

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('links to files that exist', () => {
    const links = [...text.matchAll(/(?:\]\(|(?:src|srcset)=")([^)\s"]+)/g)].map((match) => match[1] ?? '');
    const broken = links
      .filter((link) => !/^(?:https?:|#)/.test(link))
      .filter((link) => !existsSync(join(root, dirname(document), link.replace(/#.*$/, ''))));
    expect(broken).toEqual([]);
  });

  it('names no file of the project that is not there', () => {
    const named = [
      ...text.matchAll(
        /`((?:core|test|cli|page|components|background|connectors|server|platform|scripts|entrypoints)\/[\w./-]+)`/g,
      ),
    ];
    expect(named.map((match) => match[1] ?? '').filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('gives no npm command that is not a script', () => {
    const commands = [...text.matchAll(/\bnpm (?:run )?([a-z]+(?::[a-z]+)*)\b/g)].map(
      (match) => match[1] ?? '',
    );
    expect(commands.filter((name) => !npmCommands.has(name) && !(name in manifest.scripts))).toEqual([]);
    expect([...npmCommands].filter((name) => /start|test/.test(name) && !(name in manifest.scripts))).toEqual(
      [],
    );
  });
});

function markdownUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function read(document: string): string {
  return readFileSync(join(root, document), 'utf8');
}

/** From a heading to the next one of any level. */
function section(text: string, heading: string): string {
  const [, after = ''] = text.split(`${heading}\n`);
  return after.split(/^#{2,3} /m)[0] ?? '';
}

/** The cells of each row whose first cell begins with `code`. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function code(cell = ''): string {
  return /`([^`]+)`/.exec(cell)?.[1] ?? '';
}

/** Every name in `code` in the first cells of the rows, sorted. */
function firstCells(text: string): string[] {
  return rowsOf(text)
    .flatMap(([cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
    .toSorted();
}

function bytesOf(size: string): number {
  const [, amount = '', unit = ''] = /^([\d.]+) (KB|MB)$/.exec(size) ?? [];
  return Number(amount) * (unit === 'MB' ? 1_000_000 : 1000);
}

function sizeOfPackage(name: string): number {
  const folder = join(root, 'node_modules', name);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.slice(folder.length).includes('/node_modules/'))
    .reduce((sum, file) => sum + statSync(file).size, 0);
}
