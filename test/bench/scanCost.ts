import { detectAll } from '../../core/detectors/detectAll.ts';
import { detectors } from '../../core/detectors/registry.ts';
import { createTextScanner } from '../../core/findings/createTextScanner.ts';
import { scanTexts } from './scanTexts.ts';

/** Milliseconds of processor time for a million characters, the best of several runs. */
export interface ScanCost {
  /** Everything that is done with a text, its decoded readings too. */
  readonly all: number;
  /** Each detector by itself on the plain texts, and the engine without any; slowest first. */
  readonly each: readonly (readonly [what: string, cost: number])[];
  readonly characters: number;
}

const characters = 4_000_000;
const runs = 3;
/** Milliseconds of processor time: on a busy machine the clock counts other programs too. */
const now = () => process.cpuUsage().user / 1000;

/** How fast the worker reads: with all detectors, and with each alone. */
export function measureScan(): ScanCost {
  const texts = scanTexts(characters);
  const total = texts.reduce((sum, { text }) => sum + text.length, 0) / 1_000_000;
  const cost = (run: () => void): number => best(run) / total;
  const all = cost(() => {
    const scanText = createTextScanner();
    for (const { text, machine } of texts) scanText(text, contextOf(machine));
  });
  const alone = (name: string, active: typeof detectors) =>
    [
      name,
      cost(() => {
        for (const { text, machine } of texts) detectAll(text, contextOf(machine), active);
      }),
    ] as const;
  const each = [
    alone('no detector', []),
    ...detectors.map((one, index) => alone(`${index + 1} ${one.id}`, [one])),
  ];
  return { all, each: each.toSorted((a, b) => b[1] - a[1]), characters: total * 1_000_000 };
}

function contextOf(machine: boolean): Parameters<typeof detectAll>[1] {
  return machine ? { region: 'US', machine } : { region: 'US' };
}

function best(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < runs; round += 1) {
    const start = now();
    run();
    least = Math.min(least, now() - start);
  }
  return least;
}
