/** Features of a field: indexes into the model's rows, how much each counts, and what it was read from. */
export interface FieldFeatures {
  readonly rows: number[];
  readonly values: number[];
  /** Index into `featureSources`. */
  readonly sources: number[];
}

/** What features are read from; the learned `why` names one of these, training leaves some out at random. */
export const featureSources = [
  'bias',
  'autocomplete',
  'type',
  'label',
  'aria',
  'placeholder',
  'title',
  'legend',
  'nearby',
  'after',
  'column',
  'described',
  'heading',
  'name',
  'id',
  'data-testid',
  'class',
  'data',
  'wrapper',
  'form',
  'buttons',
  'options',
  'shape',
  'rules',
  'around',
  'neighbours',
] as const;
export type FeatureSource = (typeof featureSources)[number];
const sourceIndex: ReadonlyMap<string, number> = new Map(
  featureSources.map((source, index) => [source, index]),
);

/** Rows of the model for pieces of words, and for everything that is not a piece of a word. */
export const textRows = 8192;
export const shapeRows = 4096;
export const modelRows = textRows + shapeRows;

/** Collects features. Hashes are FNV-1a over UTF-16 units, scrambled once more because rows are a power of two. */
export function createFeatureSink() {
  const rows: number[] = [];
  const values: number[] = [];
  const sources: number[] = [];

  function push(source: FeatureSource, row: number, value: number): void {
    rows.push(row);
    values.push(value);
    sources.push(sourceIndex.get(source) ?? 0);
  }

  return {
    features: { rows, values, sources } satisfies FieldFeatures,
    /** A piece of a word, by a seed that says what kind of text it is from. */
    piece(source: FeatureSource, hash: number, value: number): void {
      push(source, scramble(hash) % textRows, value);
    },
    /** Anything that has a name of its own. */
    shape(source: FeatureSource, name: string, value = 1): void {
      push(source, textRows + (scramble(hashOf(name)) % shapeRows), value);
    },
  };
}

export type FeatureSink = ReturnType<typeof createFeatureSink>;

const offset = 0x811c9dc5;
const prime = 0x01000193;

export function hashOf(text: string, seed: number = offset, from = 0, to: number = text.length): number {
  let hash = seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash >>> 0;
}

function scramble(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
