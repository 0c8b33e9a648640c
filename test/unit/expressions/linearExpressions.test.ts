import { check } from 'recheck';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sourceModules } from '../../architecture/sourceModules.ts';
import { buildsExpressions, type Expression, literalExpressions } from './expressionsIn.ts';
import { repeatsLittle } from './repeatsLittle.ts';

/** Expressions that take more than linear time where that cannot be felt. Whatever is listed needs its reason. */
const excused: Readonly<Record<string, string>> = {
  'core/detectors/postalAddress.ts':
    'reads 72 characters around a number, or a text of at most 400; every repetition is bounded',
  'cli/readSavedFile.ts': 'reads the first 1,024 bytes of a file',
  'core/translate/ruleFileCode.ts':
    'reads JSON that was just made: each quotation mark in it has its partner',
};

/** Modules that make expressions while they run, out of what they are given. */
const builtLater: Readonly<Record<string, string>> = {
  'core/detectors/numberingDetector.ts':
    'the forms of core/detectors/numberings, run over at most 240 characters: a short record, or what is around a number',
  'core/detectors/wordPattern.ts': 'the words of core/detectors/numberings, run over at most 60 characters',
  'core/patterns/parsePattern.ts':
    'asks whether a pattern is one; it is run by a program of our own, in linear time',
  'core/profiles/amplitude/options.ts':
    'the addresses of an Amplitude configuration: letters and `.*`, a person writes them',
  'core/profiles/dynatrace/options.ts': 'asks whether a pattern is one and does not run it',
  'core/profiles/readOptions.ts': "a recorder's own expression, out of its configuration",
};

/**
 * Steps are counted, not time: on a busy machine an expression would be called slow because the machine is. An attack of
 * 10,000 characters may take 2,000 steps for each: bounded repetitions do, and what grows with the square does not.
 */
const limits = {
  timeout: 60_000,
  attackTimeout: null,
  incubationTimeout: null,
  maxAttackStringSize: 10_000,
  attackLimit: 20_000_000,
};
const atOnce = 4;

let built: readonly Expression[] = [];

beforeAll(async () => {
  built = await builtExpressions();
  vi.unstubAllGlobals();
});

const modules = sourceModules();

/** Whatever is put together out of constants while the modules of the core are loaded. */
async function builtExpressions(): Promise<Expression[]> {
  const built: Expression[] = [];
  const spied = new Proxy(RegExp, {
    construct(target, given: [string | RegExp, string?]) {
      const made = new target(...given);
      // Packages that are loaded along build theirs too.
      const caller = new Error('asked for its stack').stack
        ?.split('\n')
        .find((line) => !/Error|Proxy|linearExpressions/.test(line));
      const place = /\/(core\/[^:?)]+\.ts)/.exec(caller ?? '')?.[1];
      if (place !== undefined) built.push({ source: made.source, flags: made.flags, place });
      return made;
    },
  });
  vi.stubGlobal('RegExp', spied);
  for (const module of modules.filter(({ room, text }) => room === 'core' && text.includes('RegExp('))) {
    vi.resetModules();
    await import(/* @vite-ignore */ `../../../${module.path}`);
  }
  return built;
}

/** @returns what is wrong with an expression; undefined when it takes linear time for sure */
async function fault({ source, flags, place }: Expression): Promise<string | undefined> {
  if (repeatsLittle(source)) return undefined;
  const found = await check(source, flags, limits);
  if (found.status === 'safe') return undefined;
  const why =
    found.status === 'vulnerable'
      ? `${found.complexity.type}, for example ${found.attack.pattern}`
      : found.error.kind;
  return `${place} /${source}/${flags}: ${found.status}: ${why}`;
}

async function faultsOf(expressions: readonly Expression[]): Promise<string[]> {
  const asked = expressions.filter((one) => !(pathOf(one) in excused));
  const distinct = new Map(asked.map((one) => [`/${one.source}/${one.flags}`, one]));
  const left = [...distinct.values()];
  const faults: string[] = [];
  const work = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const found = await fault(next);
      if (found !== undefined) faults.push(found);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return faults.sort();
}

const pathOf = ({ place }: Expression): string => place.split(':', 1)[0] ?? '';

describe('regular expressions', () => {
  it('are known to take linear time, all of them', { timeout: 600_000 }, async () => {
    const literals = modules.flatMap(literalExpressions);
    expect(literals.length).toBeGreaterThan(250);
    expect(built.map(pathOf)).toContain('core/detectors/ipAddress.ts');
    expect(await faultsOf([...literals, ...built])).toEqual([]);
  });

  it('are there when the program starts, not put together later, but for those that are listed', () => {
    const builders = modules.filter(buildsExpressions).map(({ path }) => path);
    const checked = new Set(built.map(pathOf));
    const unlisted = builders.filter((path) => !checked.has(path) && !(path in builtLater));
    expect(unlisted).toEqual([]);
  });

  it('are excused only where the file is still there', () => {
    const known = new Set(modules.map(({ path }) => path));
    expect([...Object.keys(excused), ...Object.keys(builtLater)].filter((path) => !known.has(path))).toEqual(
      [],
    );
  });

  it('that are not linear would be noticed', async () => {
    const bad = { source: '^(a|a)*$', flags: '', place: 'made-up.ts:1' };
    expect(await faultsOf([bad])).toMatchObject([expect.stringContaining('exponential')]);
  });
});
