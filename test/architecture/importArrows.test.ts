import { describe, expect, it } from 'vitest';
import { rooms, type SourceModule, sourceModules } from './sourceModules.ts';

interface Arrows {
  /** Rooms, folders (with a closing slash) or single files it may import from, beside itself. */
  readonly project: readonly string[];
  /** Packages, by name; their subpaths are included. */
  readonly packages: readonly string[];
}

// The arrows of docs/ARCHITECTURE.md. `core` may use packages that take plain data and give plain data back.
const arrows: Readonly<Record<(typeof rooms)[number], Arrows>> = {
  core: {
    project: [],
    packages: [
      'acorn',
      '@secretlint/secretlint-rule-preset-recommend',
      'credit-card-type',
      'css-select',
      'css-what',
      'domhandler',
      'ibantools',
      'libphonenumber-js',
      'parse5',
      'parse5-htmlparser2-tree-adapter',
      'stdnum',
      'valibot',
    ],
  },
  page: { project: ['core'], packages: [] },
  components: { project: ['core', 'assets'], packages: ['preact', '@preact/signals'] },
  platform: { project: ['core'], packages: ['wxt', 'idb'] },
  background: { project: ['core', 'connectors'], packages: ['idb', 'valibot'] },
  connectors: { project: ['core'], packages: [] },
  // The command line finds and starts its browser as the other scripts do; it injects page/ as a built script.
  cli: {
    project: [
      'core',
      'connectors',
      'server',
      'assets',
      'scripts/launchChromium.ts',
      'scripts/findBrowser.ts',
    ],
    packages: ['puppeteer', 'drizzle-orm', 'robots-parser', 'node:'],
  },
  server: {
    project: ['core'],
    packages: ['hono', '@hono/node-server', 'drizzle-orm', '@electric-sql/pglite', 'pg', 'valibot', 'node:'],
  },
  entrypoints: {
    project: ['core', 'page', 'components', 'platform', 'background', 'connectors', 'assets'],
    packages: ['preact', '@preact/signals', 'wxt'],
  },
};

/** Files that are built into the page scripts of the command line: the one way from cli/ to page/. */
const pageScriptEntries: ReadonlySet<string> = new Set(['cli/pageScript.ts', 'cli/visitorScript.ts']);

const webExtensionApi = /^(?:wxt\/browser|webextension-polyfill|@wxt-dev\/(?:browser|webextension-polyfill))/;

/** The one place that runs a module which the user of the command named. */
const runsUserModules = 'cli/importModule.ts -> pathToFileURL(file).href';

describe('imports', () => {
  it.each(rooms)('of %s follow the arrows', (room) => {
    const wrong = sourceModules([room]).flatMap((module) =>
      module.imports
        .filter((target) => !isAllowed(module, target))
        .map((target) => `${module.path} -> ${target}`)
        .filter((arrow) => arrow !== runsUserModules),
    );
    expect(wrong).toEqual([]);
  });

  it('reach the WebExtension API through platform/ only', () => {
    const wrong = sourceModules()
      .filter((module) => module.room !== 'platform')
      .filter((module) => module.imports.some((target) => webExtensionApi.test(target)));
    expect(wrong.map((module) => module.path)).toEqual([]);
  });

  it('name files with their extension, so that they run without a build', () => {
    const wrong = sourceModules().flatMap((module) =>
      module.imports
        .filter((target) => isProjectPath(target) && !/\.(?:tsx?|m?js|json|css)(?:\?.*)?$/.test(target))
        .map((target) => `${module.path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

function isAllowed(module: SourceModule, target: string): boolean {
  const { project, packages } = arrows[module.room as (typeof rooms)[number]];
  if (!isProjectPath(target)) {
    return packages.some((name) =>
      name.endsWith(':') ? target.startsWith(name) : target === name || target.startsWith(`${name}/`),
    );
  }
  if (pageScriptEntries.has(module.path) && target.startsWith('page/')) return true;
  return [module.room, ...project].some((place) => target === place || target.startsWith(`${place}/`));
}

const projectFolders: ReadonlySet<string> = new Set([
  ...rooms,
  'assets',
  'scripts',
  'test',
  'public',
  'docs',
  '..',
]);

function isProjectPath(target: string): boolean {
  return projectFolders.has(target.split('/')[0] ?? '');
}
