import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closedRootsNotInspected } from '../../../cli/closedRootsNotInspected.ts';
import { PageNotLoaded } from '../../../cli/pageNotLoaded.ts';
import { parseCommand } from '../../../cli/parseCommand.ts';
import { readSavedFile } from '../../../cli/readSavedFile.ts';
import { parseTarget } from '../../../cli/target.ts';
import { UsageError } from '../../../cli/usageError.ts';
import type { CaptureScan } from '../../../core/capture/captureScan.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('parseTarget', () => {
  test.each(['a#b.html', 'q?x.html', 'p%41.html', '100%.html', 'ünï code.html'])(
    'finds %s by path and by URL',
    (name) => {
      const path = file(name, '');
      const { href } = pathToFileURL(path);
      expect(parseTarget(path, true)).toMatchObject({ file: path, url: href });
      expect(parseTarget(`${href}?a=1#b`, true)).toMatchObject({ file: path, url: `${href}?a=1#b` });
    },
  );

  test.each(['file:///tmp/100%.html', 'file:///no/such.html', 'no-such.html', 'http://'])(
    '%s is a usage error',
    (given) => {
      expect(() => parseTarget(given, true)).toThrow(UsageError);
    },
  );

  test('a URL without a browser is refused before anything is looked at', () => {
    expect(() => parseTarget('https://shop.example/', false)).toThrow(UsageError);
  });
});

describe('readSavedFile', () => {
  const read = (path: string) => readSavedFile(parseTarget(path, false));

  test.each([
    ['utf-16 with its mark', Buffer.from('\uFEFF<p>café', 'utf16le')],
    ['utf-8 with its mark', Buffer.from('\uFEFF<p>café')],
    ['utf-8 that says nothing', Buffer.from('<p>café')],
    ['utf-8 with an unknown label', Buffer.from('<meta charset=nonsense><p>café')],
    ['what its meta element says', Buffer.from('<meta charset="windows-1252"><p>café', 'latin1')],
  ])('reads %s', async (_what, bytes) => {
    expect(await read(file('page.html', bytes))).toMatch(/<p>café$/);
  });

  test.each(['page.xhtml', 'page.SVG', 'page.mhtml'])('%s is not read as HTML', async (name) => {
    await expect(read(file(name, '<div class="fs-mask"/>Jane'))).rejects.toThrow(PageNotLoaded);
  });

  test('utf-16 without its mark is no text', async () => {
    await expect(read(file('bare.html', Buffer.from('<p>Jane', 'utf16le')))).rejects.toThrow(PageNotLoaded);
  });
});

describe('parseCommand', () => {
  test.each([
    ['--wait', '99999999999'],
    ['--timeout', '0'],
  ])('%s %s would be no limit at all', (flag, value) => {
    expect(() => parseCommand(['check', 'a.html', flag, value])).toThrow(UsageError);
  });
});

describe('closedRootsNotInspected', () => {
  const scan = {
    nodes: [
      { id: 1, parent: -1, step: '#document', decision: 0 },
      { id: 2, parent: 1, step: 'html', decision: 0 },
      { id: 3, parent: 2, step: 'x-a:nth-child(1)', decision: 0 },
      { id: 4, parent: 2, step: 'x-b:nth-child(2)', decision: 1 },
      { id: 5, parent: 2, step: 'iframe:nth-child(3)', decision: 0 },
    ],
    decisions: [{ possible: 1 }, { possible: 4 }],
    uninspected: [{ kind: 'frame', path: 'html > iframe:nth-child(3)', reason: 'frame' }],
  } as unknown as CaptureScan;

  test.each([
    ['html > x-a:nth-child(1)', 'a host that was read'],
    ['html > x-c:nth-child(4)', 'a host that came after the scan'],
  ])('names %s: %s', (path) => {
    expect(closedRootsNotInspected([path], scan)).toMatchObject([{ kind: 'closed-shadow-root', path }]);
  });

  test.each([
    ['html > x-b:nth-child(2)', 'excluded'],
    ['html > x-b:nth-child(2) > x-d', 'inside of what is excluded'],
    ['html > iframe:nth-child(3) >>> #document > html > x-e', 'in a frame that is named already'],
  ])('is silent about %s: %s', (path) => {
    expect(closedRootsNotInspected([path], scan)).toEqual([]);
  });
});
