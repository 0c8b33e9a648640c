import { expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { readBack } from '../../../cli/calibrate/readBack.ts';
import type { MeasuringContext } from '../../../cli/measure.ts';
import { parseMeasuring } from '../../../cli/parseMeasuring.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { fullstoryContentPolicy } from '../../../core/profiles/fullstory/contentPolicy.ts';

const key = 'na1.c2VjcmV0LWtleQ==';

async function ask(argv: readonly string[], env: MeasuringContext['env'], sessionId?: string) {
  const command = parseMeasuring(['calibrate', 'https://shop.example/', '--read-back', ...argv]);
  if (command.name !== 'calibrate') throw new Error('not parsed');
  const asked: string[] = [];
  const fetched: typeof fetch = async (input) => {
    asked.push(String(input));
    return new Response(JSON.stringify({ message: `no such session for ${key}`, code: 'not_found' }), {
      status: 404,
    });
  };
  const t = createTranslator(en, 'en');
  const context = { env, t, fetch: fetched } as unknown as MeasuringContext;
  const planted = {
    ...{ recorders: [], heardRules: false, contested: new Set<never>(), hasOddRule: false },
    ...(sessionId === undefined ? {} : { sessionId }),
  };
  const told = await readBack(command, context, {
    rows: { rows: fullstoryContentPolicy },
    states: [],
    planted,
  });
  return { told, asked };
}

const env = { SCRIM_API_KEY: key, OTHER: 'eu1.b3RoZXI=' };

test('a session that FullStory does not know is a problem that names no key', async () => {
  const { told, asked } = await ask([], env, '1:2');
  expect(told).toEqual({ problem: expect.stringContaining('FullStory knows no such session') });
  expect(JSON.stringify(told)).not.toContain(key);
  expect(asked).toEqual(['https://api.fullstory.com/v2/sessions/1%3A2/events']);
});

test('the key of another variable goes to its own data centre', async () => {
  const { asked } = await ask(['--key-variable', 'OTHER'], env, '1:2');
  expect(asked).toEqual(['https://api.eu1.fullstory.com/v2/sessions/1%3A2/events']);
});

test('a recorder that does not tell its session is a problem, and nothing is asked', async () => {
  const { told, asked } = await ask([], env);
  expect(told).toEqual({ problem: expect.stringContaining('nothing was read back') });
  expect(asked).toEqual([]);
});

test('without a key it is a mistake of the call', async () => {
  await expect(ask([], {}, '1:2')).rejects.toThrow('There is no key in SCRIM_API_KEY');
});

test('of another recorder nothing can be read back', async () => {
  await expect(ask(['--recorder', 'hotjar'], env, '1:2')).rejects.toThrow('--read-back is for FullStory');
});
