import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { profiles } from '../../core/profiles/registry.ts';
import { profileFile } from '../../platform/pageProfiles.ts';
import { projectRoot } from '../../scripts/projectRoot.ts';

const builds = inject('extensions');
const maxPageBytes = 60 * 1024;

interface Manifest {
  readonly permissions: readonly string[];
  readonly action: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

describe.each([
  { kind: 'chrome', more: ['sidePanel'] },
  { kind: 'firefox', more: [] },
] as const)('the built extension for $kind', ({ kind, more }) => {
  const manifest = manifestOf(builds[kind]);

  it('asks for these permissions and no others, none of which warns at install', () => {
    expect([...manifest.permissions].sort()).toEqual(
      ['activeTab', 'alarms', 'scripting', 'storage', ...more].sort(),
    );
  });

  it.each([
    'host_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
    'devtools_page',
  ])('has no %s', (key) => {
    expect(manifest).not.toHaveProperty(key);
  });

  it('asks for requests of a tab only when somebody wants that: optional, with access to sites', () => {
    expect(manifest.optional_permissions).toEqual(['webRequest']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });

  it('has no popup: it would swallow the click that grants the page', () => {
    expect(manifest.action).not.toHaveProperty('default_popup');
  });

  it('runs only its own scripts in its pages, and no WebAssembly', () => {
    expect(manifest.content_security_policy).toEqual({
      extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'",
    });
  });

  it('puts no more than 60 KB, gzipped, into a page', () => {
    expect(injectedFiles()).toEqual(['/page.js']);
    const bytesOf = (file: string) => gzipSync(readFileSync(join(builds[kind], file)), { level: 9 }).length;
    // The page script and the largest of the recorders: one of them comes with it.
    const recorders = profiles.map(({ id }) => bytesOf(profileFile(id)));
    expect(bytesOf('/page.js') + Math.max(...recorders)).toBeLessThanOrEqual(maxPageBytes);
  });
});

/** Every file that any source gives to executeScript. */
function injectedFiles(): string[] {
  const sources = globSync('{platform,background,entrypoints,components}/**/*.{ts,tsx}', {
    cwd: projectRoot,
  });
  const files = sources.flatMap((source) => {
    const text = readFileSync(join(projectRoot, source), 'utf8');
    return [...text.matchAll(/files:\s*\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
      [...list.matchAll(/['"`]([^'"`]+)['"`]/g)].map(([, file = '']) => file),
    );
  });
  return [...new Set(files)];
}
