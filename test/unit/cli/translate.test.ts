import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../scripts/projectRoot.ts';

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function translate(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'bin', 'scrim.mjs'), 'translate', ...args]);
    const read = { out: '', err: '' };
    child.stdout.on('data', (chunk) => {
      read.out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      read.err += String(chunk);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...read }));
  });
}

describe('scrim translate', () => {
  it('prints the code, and on the other stream what differs; nothing refused is 0', async () => {
    const options = '{"session_recording":{"maskTextSelector":".name"}}';
    const { code, out, err } = await translate('--from', 'posthog', '--to', 'rrweb', '--options', options);
    expect(out).toMatch(/^rrweb\.record\(\{/);
    expect(err).toContain('exact: "maskTextSelector"');
    expect(err).not.toContain('refused');
    expect(code).toBe(0);
  });

  it('ends with 1 when something was refused, and names it', async () => {
    const options = '{"unmask":[".tip"],"maskAttributes":[]}';
    const { code, err } = await translate('--from', 'sentry', '--to', 'rrweb', '--options', options);
    expect(err).toContain('refused: "unmask[0]"');
    expect(code).toBe(1);
  });

  it('prints one line of JSON', async () => {
    const { out, err } = await translate('--from', 'clarity', '--to', 'datadog', '--json');
    expect(JSON.parse(out)).toMatchObject({
      scrim: 1,
      from: 'clarity',
      to: 'datadog',
      patches: expect.any(Array) as unknown,
    });
    expect(err).toBe('');
  });

  it('ends with 2 for a recorder it cannot write, and for options that are none', async () => {
    const unknown = await translate('--from', 'sentry', '--to', 'hotjar');
    expect(unknown.err).toContain('it can be: fullstory, rrweb');
    expect(unknown.code).toBe(2);
    const wrong = await translate('--from', 'sentry', '--to', 'rrweb', '--options', '{"mask":5}');
    expect(wrong.code).toBe(2);
  });
});
