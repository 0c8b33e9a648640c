import { describe, expect, it } from 'vitest';
import { StepFailed, within } from '../../../scripts/demo/within.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const signal = new AbortController().signal;

describe('within', () => {
  it('gives what the step gives', async () => {
    expect(await within({ name: 'Building', timeout: 1000, signal }, async () => 7)).toBe(7);
  });

  it('gives up after its time and says on what', async () => {
    const step = within({ name: 'Building', timeout: 5, signal }, never);
    await expect(step).rejects.toThrow(new StepFailed('Building: it did not finish within 0 s.'));
  });

  it('names the step in the error of the work', async () => {
    const step = within({ name: 'Building', timeout: 1000, signal }, () =>
      Promise.reject(new Error('no disk')),
    );
    await expect(step).rejects.toThrow('Building: no disk');
  });

  it('ends when the person stops it, before and while it runs', async () => {
    const stop = new AbortController();
    const step = within({ name: 'Building', timeout: 60_000, signal: stop.signal }, never);
    stop.abort();
    await expect(step).rejects.toThrow('Building: stopped.');
    await expect(within({ name: 'Again', timeout: 60_000, signal: stop.signal }, never)).rejects.toThrow(
      'Again: stopped.',
    );
  });
});
