import { expect, test } from 'vitest';
import { findLeaks } from '../../../core/findings/findLeaks.ts';
import type { PlantedValue } from '../../../core/visitor/plantedValue.ts';
import { field, scanOf } from './scanOf.ts';

const nodes = [
  [1, 0, 'html'],
  [2, 1, 'input'],
  [3, 1, 'p'],
  [4, 3, 'b'],
] as const;
const late = { moment: 'mutation' } as const;
const name: PlantedValue = { kind: 'name', value: 'Rivzostelia Crelvulmont' };
const city: PlantedValue = { kind: 'locality', value: 'Brumvelandrel' };
const code: PlantedValue = { kind: 'otp', value: '739164' };
const mail: PlantedValue = { kind: 'email', value: 'ostravimarond@example.org' };
const card: PlantedValue = { kind: 'cc-number', value: '4242424242424242' };

type Records = Parameters<typeof scanOf>[0]['records'];

async function found(records: Records, planted: readonly PlantedValue[]) {
  const scan = scanOf({ nodes, records, fields: [field(2, { autocomplete: 'off' }, 'Anything')] });
  const leaks = await findLeaks(scan, { planted });
  return leaks.map(({ kind, planted: isPlanted = false, places }) => ({
    what: kind.type === 'value' ? kind.detector : `field:${kind.class}`,
    isPlanted,
    places: places.map(({ node, channel }) => `${node} ${channel}`),
  }));
}

test('a value that no detector knows is a leak of its class, at every place where it stands', async () => {
  const records: Records = [
    { node: 2, channel: 'value', output: 'Brumvelandrel', ...late },
    { node: 3, channel: 'text', output: 'We deliver to BRUMVELANDREL on Monday', ...late },
    { node: 4, channel: 'attribute', name: 'data-x', output: '?to=%42rumvelandrel', ...late },
  ];
  expect(await found(records, [city])).toEqual([
    { what: 'field:locality', isPlanted: true, places: ['3 text', '2 value', '4 attribute'] },
  ]);
});

test('what a detector finds is one finding with it, and none is made twice', async () => {
  const records: Records = [
    { node: 2, channel: 'value', output: mail.value, ...late },
    { node: 3, channel: 'text', output: `Sent to ${mail.value}.`, ...late },
    { node: 4, channel: 'text', output: 'jane@example.com', ...late },
  ];
  expect(await found(records, [mail])).toEqual([
    { what: 'email', isPlanted: true, places: ['3 text', '2 value'] },
    { what: 'email', isPlanted: false, places: ['4 text'] },
  ]);
});

test('a part of a name is found by itself, and across tags', async () => {
  const records: Records = [
    { node: 3, channel: 'text', output: 'Hello Crelvulmont', ...late },
    { node: 4, channel: 'text', output: 'Rivzostelia', ...late },
  ];
  const [leak] = await found(records, [name]);
  expect(leak).toMatchObject({ isPlanted: true, places: ['3 text', '4 text'] });
});

test('a code is found however it is spaced, and never inside of a longer number', async () => {
  const spaced: Records = [{ node: 3, channel: 'text', output: 'Code 739 164 is right', ...late }];
  expect(await found(spaced, [code])).toEqual([{ what: 'field:otp', isPlanted: true, places: ['3 text'] }]);
  const inside: Records = [{ node: 3, channel: 'text', output: 'Item 7391640', ...late }];
  expect(await found(inside, [code])).toEqual([]);
});

test('what stood there before the visitor came is not the visitor s', async () => {
  const placeholder: Records = [
    { node: 2, channel: 'attribute', name: 'placeholder', output: '4242 4242 4242 4242' },
    { node: 3, channel: 'text', output: 'Brumvelandrel' },
  ];
  expect(await found(placeholder, [card, city])).toEqual([
    { what: 'payment-card', isPlanted: false, places: ['2 attribute'] },
  ]);
  const earlier: PlantedValue = { ...city, isEarlier: true };
  expect(await found(placeholder, [earlier])).toContainEqual({
    ...{ what: 'field:locality', isPlanted: true, places: ['3 text'] },
  });
});

test('short values are looked for in fields only', async () => {
  const short: PlantedValue = { kind: 'cc-csc', value: '347' };
  const text: Records = [{ node: 3, channel: 'text', output: '347', ...late }];
  expect(await found(text, [short])).toEqual([]);
  const value: Records = [{ node: 2, channel: 'value', output: '347', ...late }];
  expect((await found(value, [short])).map(({ isPlanted }) => isPlanted)).toEqual([true]);
});

test('masked and excluded content holds no planted leak, and no sample shows the value', async () => {
  const masked: Records = [
    { node: 2, channel: 'value', output: city.value, treatment: 'masked', ...late },
    { node: 3, channel: 'text', output: null, treatment: 'excluded', ...late },
  ];
  expect(await found(masked, [city])).toEqual([]);
  const scan = scanOf({ nodes, records: [{ node: 3, channel: 'text', output: city.value, ...late }] });
  expect(JSON.stringify(await findLeaks(scan, { planted: [city] }))).not.toContain(city.value);
});

test('ordinary words of the identity are no leak', async () => {
  const gender: PlantedValue = { kind: 'gender', value: 'diverse' };
  const country: PlantedValue = { kind: 'country', value: 'Deutschland' };
  const records: Records = [{ node: 3, channel: 'text', output: 'A diverse team in Deutschland', ...late }];
  expect(await found(records, [gender, country])).toEqual([]);
});
