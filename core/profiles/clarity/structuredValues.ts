/** Deeper than any published schema. */
const maxDepth = 20;

/**
 * What Clarity reads of a block of JSON-LD: names of articles and products, their authors and numbers
 * (clarity-js@0.8.70, layout/schema.ts). Not JSON: nothing.
 */
export function structuredValues(text: string): string[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/[\r\n]+/g, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  const found: string[] = [];
  read(json, found, 0);
  return found;
}

const readBySchema: Readonly<Record<string, readonly string[]>> = {
  article: ['@type', 'creator', 'headline'],
  recipe: ['@type', 'creator', 'headline'],
  product: ['@type', 'name', 'sku'],
  offer: ['availability', 'itemCondition', 'priceCurrency', 'sku'],
  brand: ['name'],
};

function read(json: unknown, found: string[], depth: number): void {
  if (typeof json !== 'object' || json === null || depth > maxDepth) return;
  const object = json as Record<string, unknown>;
  const type = object['@type'];
  if (typeof type === 'string') {
    const lower = type.toLowerCase();
    const schema = lower.includes('article') || lower.includes('posting') ? 'article' : lower;
    for (const key of readBySchema[schema] ?? []) add(object[key], found);
    if (schema === 'product' && typeof object.brand === 'object' && object.brand !== null)
      add((object.brand as Record<string, unknown>).name, found);
  }
  for (const value of Object.values(object)) read(value, found, depth + 1);
}

function add(value: unknown, found: string[]): void {
  const values = Array.isArray(value) ? value : [value];
  for (const entry of values) if (typeof entry === 'string' && entry !== '') found.push(entry);
}
