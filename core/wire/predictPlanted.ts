import type { CaptureScan } from '../capture/captureScan.ts';
import { createPathIndex } from '../capture/pathIndex.ts';
import { Treatment } from '../treatment/treatment.ts';
import type { PlantedValue } from '../visitor/plantedValue.ts';
import { createPlantedSearch } from './createPlantedSearch.ts';
import type { DecodedPiece } from './decodedMessage.ts';
import { decodePercent } from './decodePercent.ts';

/**
 * What the simulation says of each planted value: `captured` where it stands in something that is sent, `unknown` where
 * it stands in what may be sent, else what became of the place where it was put, and `excluded` where nothing of the
 * simulation knows it.
 *
 * @returns in the order of the values
 */
export function predictPlanted(scan: CaptureScan, planted: readonly PlantedValue[]): readonly Treatment[] {
  const search = createPlantedSearch(planted);
  const said = (treatment: Treatment): ReadonlySet<number> =>
    new Set(search({ pieces: piecesOf(scan, treatment) }).map(({ value }) => value));
  const captured = said(Treatment.captured);
  const unknown = said(Treatment.unknown);
  const atPaths = treatmentsByPath(scan, planted);
  return planted.map(({ path }, index) => {
    if (captured.has(index)) return Treatment.captured;
    const there = path === undefined ? undefined : atPaths.get(path);
    if (unknown.has(index) || there?.has(Treatment.unknown)) return Treatment.unknown;
    return there?.has(Treatment.masked) ? Treatment.masked : Treatment.excluded;
  });
}

/** What is sent with one treatment, each text behind its channel, and once more without what addresses wrap it in. */
function piecesOf({ records }: CaptureScan, treatment: Treatment): DecodedPiece[] {
  const texts = records.flatMap((record) =>
    record.treatment === treatment && record.output !== null ? [`${record.channel}\0${record.output}`] : [],
  );
  const text = texts.join('\0');
  const readings = [text, decodePercent(text, false), decodePercent(text, true)];
  return readings.flatMap((reading) =>
    reading === undefined ? [] : [{ text: reading, encodings: [], isListed: true }],
  );
}

function treatmentsByPath(
  { nodes, records }: CaptureScan,
  planted: readonly PlantedValue[],
): ReadonlyMap<string, ReadonlySet<Treatment>> {
  const wanted = new Set(planted.flatMap(({ path }) => (path === undefined ? [] : [path])));
  const pathOf = createPathIndex(nodes);
  const found = new Map<string, Set<Treatment>>();
  if (wanted.size === 0) return found;
  for (const { node, channel, treatment } of records) {
    if (channel !== 'value' && channel !== 'text' && channel !== 'interaction') continue;
    const path = pathOf(node);
    if (!wanted.has(path)) continue;
    const there = found.get(path) ?? new Set();
    found.set(path, there.add(treatment));
  }
  return found;
}
