import { errorAnswer } from './answerSchemas.ts';
import { type JsonSchema, jsonSchemaOf } from './jsonSchemaOf.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';

const levels: Readonly<Record<Operation['level'], string>> = {
  none: 'No key is needed.',
  standard: 'Any key.',
  own: 'The key itself, or an Admin key.',
  architect: 'A key of level Architect or Admin.',
  admin: 'An Admin key.',
};

const headerWords: Readonly<Record<string, string>> = {
  'If-Match': 'The tag of the state that the change is based on. 412 when it moved, 428 when it is missing.',
  'If-None-Match': 'The tag of what is known already: 304 when it is still so.',
  'Idempotency-Key': 'A UUID (v4). The same request again gives the first answer.',
};

/** The API as an OpenAPI 3.1 document: made of the schemas that requests are checked with. */
export function openapiDocument(): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = name.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: described(path, operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Scrim settings server',
      version: '1',
      description:
        "FullStory's settings API for element rules, with revisions, history, proposals and exports beside it. Every answer to a write, and every rule, has a strong ETag.",
    },
    paths,
    components: {
      securitySchemes: {
        key: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Basic <key>`: the key as it is, not in base64.',
        },
      },
      schemas: { Error: jsonSchemaOf(errorAnswer) },
    },
  };
}

function described(path: string, operation: Operation): JsonSchema {
  const { id, summary, level, headers = [], body } = operation;
  const fresh = headers.includes('If-None-Match') ? { 304: { description: 'It is still so.' } } : {};
  return {
    operationId: id,
    summary,
    description: levels[level],
    security: level === 'none' ? [] : [{ key: [] }],
    parameters: parametersOf(path, operation),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: jsonSchemaOf(body) } } },
    }),
    responses: {
      200: { description: 'Done.', content: contentOf(operation) },
      ...fresh,
      default: {
        description: 'Refused, or failed: nothing was changed unless it is a 5xx.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function parametersOf(path: string, { query = {}, requires = [], headers = [] }: Operation): JsonSchema[] {
  const text = { type: 'string' };
  const names = [...path.matchAll(/\{(\w{1,40})\}/g)].map(([, name]) => name);
  return [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: text })),
    ...Object.entries(query).map(([name, description]) => ({
      name,
      in: 'query',
      required: requires.includes(name),
      description,
      schema: text,
    })),
    ...headers.map((name) => ({
      name,
      in: 'header',
      required: false,
      description: headerWords[name],
      schema: text,
    })),
  ];
}

function contentOf({ answer, alsoAs = [] }: Operation): JsonSchema {
  const plain = (types: readonly string[]) => Object.fromEntries(types.map((type) => [type, {}]));
  if (isTypes(answer)) return plain(answer);
  return { 'application/json': { schema: jsonSchemaOf(answer) }, ...plain(alsoAs) };
}

function isTypes(answer: Operation['answer']): answer is readonly string[] {
  return Array.isArray(answer);
}
