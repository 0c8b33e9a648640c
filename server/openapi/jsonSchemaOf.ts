import type * as v from 'valibot';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is read of a valibot schema, whatever kind it is. */
interface AnySchema {
  readonly kind: 'schema';
  readonly type: string;
  readonly entries?: Readonly<Record<string, AnySchema>>;
  readonly item?: AnySchema;
  readonly wrapped?: AnySchema;
  readonly key?: AnySchema;
  readonly value?: AnySchema;
  readonly literal?: unknown;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly (AnySchema | Action)[];
}

interface Action {
  readonly kind: 'validation' | 'transformation' | 'metadata';
  readonly type: string;
  readonly requirement?: unknown;
}

/**
 * A valibot schema as JSON Schema (2020-12), for the OpenAPI document: one source for what is checked and what is
 * told. What JSON Schema cannot say (`check`) is left to the server, which is then stricter than the document.
 *
 * @throws for a kind of schema that is not translated here: nothing is left out unseen
 */
export function jsonSchemaOf(schema: v.GenericSchema): JsonSchema {
  return read(schema as unknown as AnySchema);
}

function read(schema: AnySchema): JsonSchema {
  if (!schema.pipe) return plain(schema);
  const [first, ...actions] = schema.pipe;
  const base = plain(first as AnySchema);
  return Object.assign({}, base, ...actions.map((action) => limit(action as Action, base)));
}

function plain(schema: AnySchema): JsonSchema {
  const { wrapped, item, options, literal, value } = schema;
  const known: Readonly<Record<string, () => JsonSchema>> = {
    string: () => ({ type: 'string' }),
    number: () => ({ type: 'number' }),
    boolean: () => ({ type: 'boolean' }),
    null: () => ({ type: 'null' }),
    unknown: () => ({}),
    literal: () => ({ const: literal }),
    picklist: () => ({ enum: options }),
    array: () => ({ type: 'array', items: read(item as AnySchema) }),
    record: () => ({ type: 'object', additionalProperties: read(value as AnySchema) }),
    object: () => objectOf(schema, {}),
    strict_object: () => objectOf(schema, { additionalProperties: false }),
    union: () => ({ anyOf: (options as readonly AnySchema[]).map(read) }),
    optional: () => read(wrapped as AnySchema),
    nullable: () => ({ anyOf: [read(wrapped as AnySchema), { type: 'null' }] }),
    nullish: () => ({ anyOf: [read(wrapped as AnySchema), { type: 'null' }] }),
  };
  const translate = known[schema.type];
  if (!translate) throw new Error(`A schema of type ${schema.type} is not translated.`);
  return translate();
}

function objectOf({ entries = {} }: AnySchema, more: JsonSchema): JsonSchema {
  const names = Object.entries(entries);
  const required = names
    .filter(([, { type }]) => type !== 'optional' && type !== 'nullish')
    .map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(([name, entry]) => [name, read(entry)])),
    ...(required.length === 0 ? {} : { required }),
    ...more,
  };
}

function limit({ kind, type, requirement }: Action, base: JsonSchema): JsonSchema {
  const ofList = base.type === 'array';
  const known: Readonly<Record<string, () => JsonSchema>> = {
    max_length: () => ({ [ofList ? 'maxItems' : 'maxLength']: requirement }),
    min_length: () => ({ [ofList ? 'minItems' : 'minLength']: requirement }),
    max_value: () => ({ maximum: requirement }),
    min_value: () => ({ minimum: requirement }),
    integer: () => ({ type: 'integer' }),
    regex: () => ({ pattern: (requirement as RegExp).source }),
    iso_timestamp: () => ({ format: 'date-time' }),
    check: () => ({}),
  };
  const translate = kind === 'validation' ? known[type] : undefined;
  if (!translate) throw new Error(`An action of type ${type} is not translated.`);
  return translate();
}
