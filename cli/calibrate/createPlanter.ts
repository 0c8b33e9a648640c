import type { ElementHandle, Page } from 'puppeteer';
import type { Plant, PlantPlan } from '../../core/calibrate/plantPlan.ts';
import { type DetectedRecorder, parseTraces } from '../../core/detection/detectedRecorder.ts';
import { callSources } from '../../core/detection/pageCalls.ts';
import { readTraces } from '../../core/detection/readTraces.ts';
import { recorderTraces } from '../../core/detection/recorderTraces.ts';
import type { RecorderRule } from '../../core/settings/recorderRules.ts';
import { hearRecorderRules } from '../hearRecorderRules.ts';
import type { PageAttendant } from '../pageAttendant.ts';
import { lastPlantScript, plantingScript } from './plantInPage.ts';
import type { WireEar } from './wireEar.ts';

export interface PlanterOptions {
  readonly plan: PlantPlan;
  readonly ear: WireEar;
  /** Selectors that the simulation knows: of them it says itself what they hit. */
  readonly known: ReadonlySet<string>;
  /** Milliseconds that what was planted last may take to arrive. */
  readonly patience: number;
}

/** What was found out on the page beside what left it. */
export interface PlantedPage {
  readonly recorders: readonly DetectedRecorder[];
  /** Whether the recorder asked for its rules while the page was open. */
  readonly heardRules: boolean;
  readonly contested: ReadonlySet<Plant>;
  /** One of the recorder's rules could not be tried. */
  readonly hasOddRule: boolean;
  /** What the recorder calls this session; absent: it does not tell. */
  readonly sessionId?: string;
}

/** Plants values in a page, types some of them, and waits until the recorder has sent what it will. */
export function createPlanter({ plan, ear, known, patience }: PlanterOptions): {
  readonly attendant: PageAttendant;
  /** Undefined: the page was gone before it could be asked. */
  page(): PlantedPage | undefined;
} {
  let rules: () => Promise<readonly RecorderRule[] | undefined> = async () => undefined;
  let found: PlantedPage | undefined;

  return {
    page: () => found,
    attendant: {
      async prepare({ page }) {
        rules = hearRecorderRules(page);
        await ear.attach(page);
        await page.evaluateOnNewDocument(plantingScript(plan));
      },
      async act({ page }) {
        await typeAll(page, plan);
        await page.evaluate(lastPlantScript(plan));
        await untilHeard(ear, plan.last.value, patience);
      },
      async finish({ page }) {
        const heard = await rules();
        const foreign = (heard ?? []).map(({ selector }) => selector).filter((one) => !known.has(one));
        const hits = await page.evaluate(tagsHit, foreign, [...plantsByTag(plan).keys()]);
        found = {
          recorders: parseTraces(
            await page.evaluate(readTraces, { traces: recorderTraces, calls: callSources }),
          ),
          heardRules: heard !== undefined,
          contested: contestedBy(hits.tags, plan),
          hasOddRule: hits.odd,
          ...sessionIn(await page.evaluate(readSession, callSources.namespace)),
        };
        await ear.letSend(page);
        return {};
      },
    },
  };
}

function plantsByTag({ sections }: PlantPlan): ReadonlyMap<string, Plant> {
  return new Map(sections.flatMap(({ plants }) => plants.map((plant) => [plant.tag, plant] as const)));
}

function contestedBy(tags: readonly string[], plan: PlantPlan): ReadonlySet<Plant> {
  const plants = plantsByTag(plan);
  return new Set(tags.flatMap((tag) => plants.get(tag) ?? []));
}

/** With real keys, one after the other: recorders listen to what a person does. */
async function typeAll(page: Page, { sections }: PlantPlan): Promise<void> {
  for (const { plants } of sections)
    for (const { form, tag, value } of plants) {
      if (form !== 'typed-input' && form !== 'typed-textarea') continue;
      const field = await page.$(`${tag} > :is(input, textarea)`);
      // The page took it away: nothing is typed, and nothing of it arrives.
      if (field) await typeInto(field, value);
    }
}

/** Without a click: a click may send a page elsewhere. */
async function typeInto(field: ElementHandle, value: string): Promise<void> {
  await field.focus();
  await field.type(value);
  await field.evaluate((element) => (element as HTMLElement).blur());
  await field.dispose();
}

const askEvery = 100;
/** Milliseconds in which what was sent together with the last value may still arrive. */
const afterwards = 500;

async function untilHeard(ear: WireEar, value: string, patience: number): Promise<void> {
  const until = performance.now() + patience;
  while (performance.now() < until && !(await ear.hasHeard(value))) await pause(askEvery);
  await pause(afterwards);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Runs in the page: which plants a rule hits that is in no rule file. */
function tagsHit(selectors: string[], tags: string[]): { readonly tags: string[]; readonly odd: boolean } {
  const hit = new Set<string>();
  let odd = false;
  for (const selector of selectors) {
    for (const tag of tags) {
      try {
        const box = document.querySelector(tag);
        if (box && (box.matches(selector) || box.querySelector(selector) || box.closest(selector)))
          hit.add(tag);
      } catch {
        // The browser does not take it; whether the recorder does is not known.
        odd = true;
      }
    }
  }
  return { tags: [...hit], odd };
}

/** Runs in the page: FullStory's own name of the session. https://developer.fullstory.com/browser/get-session-details/ */
function readSession([variable, usual]: readonly [string, string]): unknown {
  try {
    const name: unknown = Reflect.get(window, variable);
    const recorder: unknown = Reflect.get(window, typeof name === 'string' ? name : usual);
    if (typeof recorder !== 'function') return undefined;
    const told: unknown = recorder('getSession');
    if (typeof told === 'string') return told;
    const older: unknown = Reflect.get(recorder, 'getCurrentSession');
    return typeof older === 'function' ? older.call(recorder) : undefined;
  } catch {
    // It has not begun, or is not what it seems to be.
    return undefined;
  }
}

/** Of the page, so its shape is anybody's guess. */
function sessionIn(told: unknown): Pick<PlantedPage, 'sessionId'> {
  return typeof told === 'string' && /^[\w-]{1,64}:[\w-]{1,64}$/.test(told) ? { sessionId: told } : {};
}
