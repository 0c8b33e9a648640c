import { spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../scripts/projectRoot.ts';

const out = (name: string): string => join(projectRoot, 'out', name);
const files = ['page.png', 'panel.png', 'report.json'];

let run: { code: number | null; output: string };

/** The whole of `npm start -- --headless`, as a person without a screen runs it. */
function start(): Promise<typeof run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'scripts', 'start.ts'), '--headless']);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

beforeAll(async () => {
  for (const name of files) rmSync(out(name), { force: true });
  run = await start();
}, 300_000);

describe('npm start -- --headless', () => {
  it('ends by itself, and well', () => {
    expect(run).toMatchObject({ code: 0 });
  });

  it('says one thing less after the rule for the phone number is live', () => {
    const counts = [...run.output.matchAll(/^(\d+) things? .* recorded\.$/gm)].map(([, count]) =>
      Number(count),
    );
    expect(counts).toHaveLength(2);
    expect(counts[1]).toBe((counts[0] ?? 0) - 1);
  });

  it('reads the pushed rule back from the settings server', () => {
    expect(run.output).toMatch(/MASK \S+ \(ALL_SESSIONS\), by ada@/);
  });

  it.each(files)('leaves %s behind', (name) => {
    expect(statSync(out(name)).size).toBeGreaterThan(500);
  });

  it('reports what it found without the values', () => {
    const report = readFileSync(out('report.json'), 'utf8');
    expect(JSON.parse(report)).toMatchObject({
      profile: 'fullstory',
      pages: [{ verdict: { level: 'red' } }],
    });
    expect(report).not.toMatch(/avery|theo|june|@example\.com|555-01|3704 ?0044/i);
  });
});
