type Schema = Readonly<Record<string, unknown>>;

/** What is understood here. A document that says more would be taken for checked although it is not. */
const understood = new Set([
  '$ref',
  'type',
  'const',
  'enum',
  'anyOf',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'pattern',
  'format',
  'description',
]);

/**
 * Where a value does not fit a JSON Schema (2020-12, the part of it that the document uses). Written for the tests,
 * and apart from what the server checks with: the document has to be right by itself.
 *
 * @throws for a keyword it does not know
 */
export function schemaProblems(value: unknown, schema: Schema, document: Schema, at = '$'): string[] {
  for (const key of Object.keys(schema)) {
    if (!understood.has(key)) throw new Error(`The keyword ${key} is not checked.`);
  }
  if (typeof schema.$ref === 'string') {
    return schemaProblems(value, resolve(schema.$ref, document), document, at);
  }
  const within = (part: unknown, inner: unknown, place: string) =>
    schemaProblems(part, inner as Schema, document, place);
  if (Array.isArray(schema.anyOf)) {
    const tries = schema.anyOf.map((one) => within(value, one, at));
    return tries.some((problems) => problems.length === 0) ? [] : (tries[0] ?? []);
  }
  if ('const' in schema && value !== schema.const) return [`${at}: not ${String(schema.const)}`];
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    return [`${at}: none of ${schema.enum.join()}`];
  if (schema.type !== undefined && !isOfType(value, schema.type))
    return [`${at}: not ${String(schema.type)}`];
  if (typeof value === 'string') return textProblems(value, schema, at);
  if (typeof value === 'number') return numberProblems(value, schema, at);
  if (Array.isArray(value)) {
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items = {} } = schema;
    const long = value.length < Number(minItems) || value.length > Number(maxItems);
    const inner = value.flatMap((entry, index) => within(entry, items, `${at}[${index}]`));
    return [...(long ? [`${at}: ${value.length} entries`] : []), ...inner];
  }
  return typeof value === 'object' && value !== null
    ? objectProblems(value as Schema, schema, at, within)
    : [];
}

type Within = (part: unknown, inner: unknown, place: string) => string[];

function objectProblems(value: Schema, schema: Schema, at: string, within: Within): string[] {
  const properties = (schema.properties ?? {}) as Record<string, unknown>;
  const required = (schema.required ?? []) as readonly string[];
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${at}.${name}: missing`);
  const inner = Object.entries(value).flatMap(([name, part]) => {
    const place = `${at}.${name}`;
    if (Object.hasOwn(properties, name)) return within(part, properties[name], place);
    if (schema.additionalProperties === false) return [`${place}: not known`];
    return typeof schema.additionalProperties === 'object'
      ? within(part, schema.additionalProperties, place)
      : [];
  });
  return [...missing, ...inner];
}

function textProblems(value: string, schema: Schema, at: string): string[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format } = schema;
  const length = [...value].length;
  if (length < Number(minLength) || length > Number(maxLength)) return [`${at}: ${length} long`];
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) return [`${at}: not ${pattern}`];
  if (format === 'date-time' && !/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(value))
    return [`${at}: no time`];
  return [];
}

function numberProblems(value: number, schema: Schema, at: string): string[] {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  return value < Number(minimum) || value > Number(maximum) ? [`${at}: ${value} is out of range`] : [];
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function resolve(ref: string, document: Schema): Schema {
  const found = ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((inner, name) => (inner as Schema | undefined)?.[name], document);
  if (found === undefined) throw new Error(`${ref} leads nowhere.`);
  return found as Schema;
}
