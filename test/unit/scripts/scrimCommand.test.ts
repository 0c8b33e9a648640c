import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../scripts/projectRoot.ts';

function scrim(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'bin', 'scrim.mjs'), ...args]);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

describe('the scrim command', () => {
  it('says its version', async () => {
    const { code, output } = await scrim(['--version']);
    expect(output.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    expect(code).toBe(0);
  });

  it('passes the exit code of a usage error through', async () => {
    expect((await scrim(['no-such-command'])).code).toBe(2);
  });
});
