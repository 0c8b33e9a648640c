import { describe, expect, test } from 'vitest';
import type { Calibration } from '../../../core/calibrate/calibration.ts';
import type { HeardMessage } from '../../../core/calibrate/heardMessage.ts';
import { type Heard, inferCells } from '../../../core/calibrate/inferCells.ts';
import { planPlants } from '../../../core/calibrate/planPlants.ts';
import type { Plant, PlantedState, PlantPlan, PlantSection } from '../../../core/calibrate/plantPlan.ts';
import type { ContentState } from '../../../core/profiles/documented/measuredPolicy.ts';
import { fullstoryContentPolicy } from '../../../core/profiles/fullstory/contentPolicy.ts';

/** `aaaa`, `aaab`, ...: values that tests can read. */
function lettersFrom(): () => string {
  let next = 0;
  return () =>
    [26 ** 3, 26 ** 2, 26, 1].reduce((text, unit) => text + letterAt(Math.floor(next / unit) % 26), '') +
    tick();
  function tick(): string {
    next += 1;
    return 'q';
  }
}
const letterAt = (index: number): string => String.fromCharCode(97 + index);

const stateOfMark: Record<string, ContentState> = {
  'fs-unmask': 'captured',
  'fs-mask': 'masked',
  'fs-exclude': 'excluded',
};

const plan = planPlants('fullstory', lettersFrom());

function statesOf({ sections }: PlantPlan): PlantedState[] {
  return sections.flatMap((section) => {
    const state = stateOfMark[section.mark?.value ?? 'fs-unmask'] ?? null;
    return [
      { plant: section.before, section, state: 'captured' as const },
      ...section.plants.map((plant) => ({ plant, section, state })),
      { plant: section.after, section, state: 'captured' as const },
    ];
  });
}

/** A recorder that does exactly what is documented, and leaves out whatever is not. */
function documented(plant: Plant, state: ContentState): boolean {
  return fullstoryContentPolicy[plant.kind][state] === 'send';
}

type Sends = (plant: Plant, state: ContentState, section: PlantSection) => boolean;

/** The tree in one message, what comes last in another. */
function messagesOf(sends: Sends, planted = statesOf(plan)): HeardMessage[] {
  const texts = planted.flatMap(({ plant, state, section }) => {
    const tag = state === 'excluded' ? [] : [plant.tag];
    return state && sends(plant, state, section) ? [...tag, plant.value] : tag;
  });
  return [
    { texts: [texts.join(' '), plan.address], isClosed: false },
    { texts: [plan.last.value], isClosed: false },
  ];
}

function infer(change: Partial<Heard> = {}, sends: Sends = documented): Calibration {
  return inferCells({
    messages: messagesOf(sends),
    planted: statesOf(plan),
    last: plan.last.value,
    address: plan.address,
    contested: new Set(),
    knowsRules: true,
    rows: { rows: fullstoryContentPolicy },
    ...change,
  });
}

const idOf = ({ kind, name, state }: { kind: string; name?: string; state: string }) =>
  [kind, name, state].filter(Boolean).join(' ');
const effects = ({ measured }: Calibration) =>
  Object.fromEntries(measured.map((cell) => [idOf(cell), cell.effect]));
const reasons = ({ unmeasured }: Calibration) =>
  Object.fromEntries(unmeasured.map((cell) => [idOf(cell), cell.why]));

describe('what arrives and what does not', () => {
  test('a recorder that does what is documented contradicts nothing', () => {
    const { measured } = infer();
    for (const { documented: said, effect } of measured)
      if (said !== 'unknown') expect(effect === 'send').toBe(said === 'send');
    expect(measured.length).toBeGreaterThan(40);
  });

  test('each difference turns its own entry and no other', () => {
    const before = effects(infer());
    for (const { plant: odd, state } of statesOf(plan)) {
      if (!state || ['title', 'value', 'file-name', 'script-style'].includes(odd.kind)) continue;
      const others = statesOf(plan).filter(
        ({ plant, state: other }) =>
          plant !== odd && plant.kind === odd.kind && plant.name === odd.name && other === state,
      );
      // Of two values of one kind the other one still says what it said.
      if (others.length > 0 && documented(odd, state)) continue;
      const after = effects(
        infer({}, (plant, at) => (plant === odd ? !documented(odd, state) : documented(plant, at))),
      );
      const turned = Object.keys({ ...before, ...after }).filter((id) => before[id] !== after[id]);
      const own = idOf({ kind: odd.kind, state, ...(odd.name === undefined ? {} : { name: odd.name }) });
      expect(turned.filter((id) => id !== `attribute ${state}`)).toEqual([own]);
    }
  });

  test('what was planted in a masked part and left is sent', () => {
    const found = effects(
      infer({}, (plant, state) => plant.name === 'aria-label' || documented(plant, state)),
    );
    expect(found).toMatchObject({
      'attribute aria-label masked': 'send',
      'attribute title masked': 'mask',
    });
    expect(found).not.toHaveProperty('attribute masked');
  });

  test('every attribute there is, is only said to leave when all that were planted did', () => {
    const found = effects(
      infer({}, (plant, state) => plant.kind === 'attribute' || documented(plant, state)),
    );
    expect(found).toMatchObject({ 'attribute masked': 'send', 'attribute excluded': 'send' });
  });

  test('counts are what they say', () => {
    const text = infer().measured.find(({ kind, state }) => kind === 'text' && state === 'masked');
    expect(text?.evidence).toEqual({ planted: 2, arrived: 0, controls: 6 });
  });
});

describe('what did not arrive proves nothing', () => {
  const nothingRelaxed = (calibration: Calibration) => {
    for (const { effect, documented: said } of calibration.measured)
      expect(effect === 'send' || said === 'mask' || said === 'nothing').toBe(true);
  };

  test('when one message to the recorder could not be opened', () => {
    const closed = infer({ messages: [...messagesOf(documented), { texts: [], isClosed: true }] });
    expect(closed.measured.every(({ effect }) => effect === 'send')).toBe(true);
    expect(reasons(closed)).toMatchObject({ 'comment masked': 'closed', 'text masked': 'closed' });
    expect(closed.closed).toBe(1);
  });

  test('when all are encrypted: everything is unknown', () => {
    const none = infer({ messages: [{ texts: ['v1.gAAAAABl'], isClosed: true }] });
    expect(none.measured).toEqual([]);
  });

  test('when nothing was heard at all', () => {
    const none = infer({ messages: [] });
    expect(none.measured).toEqual([]);
    expect(reasons(none)['text masked']).toBe('not-flushed');
  });

  test('when what was planted last has not come', () => {
    const early = infer({ messages: messagesOf(documented).slice(0, 1) });
    expect(early.isFlushed).toBe(false);
    expect(early.measured.every(({ effect }) => effect === 'send')).toBe(true);
  });

  test('when the controls around it did not come in one message', () => {
    const apart = messagesOf(documented).flatMap(({ texts }) =>
      texts.flatMap((text) => text.split(' ').map((one) => ({ texts: [one], isClosed: false }))),
    );
    const calibration = infer({ messages: apart });
    expect(calibration.measured.every(({ effect }) => effect === 'send')).toBe(true);
    expect(reasons(calibration)['comment captured']).toBe('no-control');
  });

  test('when texts are encrypted and only the names of elements can be read', () => {
    const calibration = infer({}, () => false);
    nothingRelaxed(calibration);
    expect(reasons(calibration)['attribute title masked']).toBe('no-control');
  });

  test('of what travels apart, when none of its kind came', () => {
    const calibration = infer({}, (plant, state) => plant.kind !== 'value' && documented(plant, state));
    expect(reasons(calibration)).toMatchObject({
      'value captured': 'no-control',
      'value masked': 'no-control',
    });
  });

  test('of what names the page', () => {
    const calibration = infer({}, (plant, state) => plant.kind !== 'title' && documented(plant, state));
    expect(reasons(calibration)).toMatchObject({ 'title masked': 'absence-no-proof' });
  });

  test('when the rules of the recorder are not known', () => {
    const calibration = infer({ knowsRules: false });
    expect(calibration.measured.every(({ effect }) => effect === 'send')).toBe(true);
    expect(reasons(calibration)['comment masked']).toBe('rules-unknown');
  });

  test('of an element that a rule nobody knows of hits', () => {
    const hit = statesOf(plan).flatMap(({ plant }) => (plant.name === 'title' ? [plant] : []));
    const calibration = infer({ contested: new Set(hit) });
    expect(reasons(calibration)['attribute title masked']).toBe('state-unknown');
    expect(effects(calibration)).not.toHaveProperty('attribute title masked');
  });

  test('of an element whose state is not certain', () => {
    const doubtful = statesOf(plan).map((one) => ({
      ...one,
      state: one.plant.kind === 'comment' ? null : one.state,
    }));
    expect(reasons(infer({ planted: doubtful }))['comment masked']).toBe('state-unknown');
  });

  test('of what holds no text', () => {
    expect(reasons(infer())).toMatchObject({
      'checked masked': 'not-planted',
      'opaque captured': 'not-planted',
    });
  });
});
