import { expect, it } from 'vitest';
import { createScanAssembly } from '../../components/state/scanAssembly.ts';

const head = { profile: 'fullstory', url: 'https://shop.example.com/', lang: 'en' } as const;
const done = (parts: number) => ({ purpose: 'current', head, parts, changedMeanwhile: false }) as const;
const node = (id: number) => ({ id, parent: -1, step: 'p', decision: 0 });

it('puts the parts of a scan together in the order they came', () => {
  const assembly = createScanAssembly();
  assembly.begin(7);
  assembly.part({ scanId: 7, part: { nodes: [node(1), node(2)] } });
  assembly.part({ scanId: 7, part: { nodes: [node(3)], matchCounts: [4] } });
  const scan = assembly.finish({ scanId: 7, ...done(2) });
  expect(scan).toMatchObject({ ...head, matchCounts: [4], records: [], uninspected: [] });
  expect(scan?.nodes.map(({ id }) => id)).toEqual([1, 2, 3]);
});

it('takes nothing of a scan that was replaced by a newer one', () => {
  const assembly = createScanAssembly();
  assembly.begin(7);
  assembly.part({ scanId: 7, part: { nodes: [node(1)] } });
  assembly.begin(8);
  assembly.part({ scanId: 7, part: { nodes: [node(2)] } });
  expect(assembly.finish({ scanId: 7, ...done(2) })).toBeNull();
  expect(assembly.finish({ scanId: 8, ...done(0) })?.nodes).toEqual([]);
});

it('is no scan when a part of it did not arrive: what was in it was not looked at', () => {
  const assembly = createScanAssembly();
  assembly.begin(7);
  assembly.part({ scanId: 7, part: { nodes: [node(1)] } });
  expect(assembly.finish({ scanId: 7, ...done(2) })).toBeNull();
});
