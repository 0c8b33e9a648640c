import type { Browser } from 'puppeteer';
import type { PlantedValue } from './plantedPage.ts';
import { type RecorderId, runTruth, stringsIn } from './runTruth.ts';
import { type Simulate, simulateHere } from './simulateHere.ts';

export interface Variant {
  readonly recorder: RecorderId;
  readonly name: string;
  readonly options: Record<string, unknown>;
  /** Folder of other drivers than the project's own. */
  readonly drivers?: string;
}

type Seen = 'visible' | 'hidden' | 'unknown';

export interface Difference extends PlantedValue {
  readonly recorder: 'visible' | 'hidden';
  readonly scrim: Seen;
}

export interface Comparison {
  readonly values: number;
  /** How many of them the recorder sent readable. */
  readonly shown: number;
  readonly differences: readonly Difference[];
  /** Masked strings that Scrim says are sent, and those of them that the recorder did not send. */
  readonly masked: number;
  readonly unsent: readonly string[];
  /** Where Scrim has each of those from. */
  readonly unsentPlaces: readonly string[];
  /** Masked strings that the recorder sent and Scrim does not say. */
  readonly unforeseen: readonly string[];
}

/** One for each side: of two tabs in one browser, only the one in front loads its background images. */
export interface Browsers {
  readonly recorder: Browser;
  readonly scrim: Browser;
}

/** Runs the recorder and Scrim on the page at the same time and compares them value by value. */
export async function compareCapture(
  browsers: Browsers,
  variant: Variant,
  page: { readonly url: string; readonly values: readonly PlantedValue[]; readonly watch: number },
  simulate: Simulate = simulateHere,
): Promise<Comparison> {
  const { recorder, options, drivers } = variant;
  const [payload, records] = await Promise.all([
    runTruth(browsers.recorder, { recorder, options, drivers, url: page.url, watch: page.watch }),
    simulate(browsers.scrim, variant, page.url, page.watch),
  ]);
  const sent = stringsIn(payload);
  const everything = [...sent].join('\n').toLowerCase();
  const replay = records.filter((record) => record.stream === 'replay');
  const outputs = (treatment: string): string =>
    replay
      .flatMap((record) => (record.treatment === treatment && record.output !== null ? [record.output] : []))
      .join('\n')
      .toLowerCase();
  const captured = outputs('captured');
  const unknown = outputs('unknown');
  const differences = page.values.flatMap((value): Difference[] => {
    const truth = everything.includes(value.token) ? 'visible' : 'hidden';
    const scrim = seen(value.token, captured, unknown);
    return truth === scrim ? [] : [{ ...value, recorder: truth, scrim }];
  });
  const masked = new Set(
    replay.flatMap(({ treatment, output }) => (treatment === 'masked' && output?.trim() ? [output] : [])),
  );
  // Clarity joins an attribute's name and value into one string.
  const unsent = [...masked].filter(
    (text) => !sent.has(text) && !everything.includes(`=${text.toLowerCase()}`),
  );
  const shown = page.values.filter(({ token }) => everything.includes(token)).length;
  const said = replay.map((record) => record.output ?? '').join('\n');
  const unforeseen = [...sent].filter((text) => looksMasked(text) && !said.includes(text));
  const unsentPlaces = unsent.map((text) => {
    const found = replay.find(({ treatment, output }) => treatment === 'masked' && output === text);
    return found ? `${found.channel} ${found.name ?? ''} ${found.moment} ${found.path}` : '';
  });
  const values = page.values.length;
  return { values, shown, differences, masked: masked.size, unsent, unsentPlaces, unforeseen };
}

/** Whether it is a mask of any recorder (of Clarity's and OpenReplay's some), which no page writes. */
function looksMasked(text: string): boolean {
  return /^[\s*x•▪▫]+$/u.test(text) && /[*•▪▫]{3}|x{4}/u.test(text);
}

function seen(token: string, captured: string, unknown: string): Seen {
  if (captured.includes(token)) return 'visible';
  return unknown.includes(token) ? 'unknown' : 'hidden';
}
