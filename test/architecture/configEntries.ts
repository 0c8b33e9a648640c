import { checkConfigSchema } from '../../core/check/checkConfigSchema.ts';

/** What the schemas of valibot are made of, as far as entries stand in them. */
interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly value?: Schema;
  readonly pipe?: readonly Schema[];
}

/** Every entry that a configuration may have: `pages[].url`, `logins.<name>.script`. */
export function configEntries(): readonly string[] {
  const paths = entriesBelow(checkConfigSchema as unknown as Schema, '');
  return [...new Set(paths)];
}

function entriesBelow(schema: Schema, path: string): readonly string[] {
  const within = path === '' ? '' : `${path}.`;
  const own = Object.entries(schema.entries ?? {}).flatMap(([key, entry]) => [
    `${within}${key}`,
    ...entriesBelow(entry, `${within}${key}`),
  ]);
  // A picklist has options too: words.
  const choices = schema.type === 'union' ? (schema.options ?? []) : [];
  const same = [...(schema.pipe ?? []).filter((part) => part !== schema), ...choices];
  if (schema.wrapped) same.push(schema.wrapped);
  return [
    ...own,
    ...same.flatMap((part) => entriesBelow(part, path)),
    ...(schema.item ? entriesBelow(schema.item, `${path}[]`) : []),
    ...(schema.value ? entriesBelow(schema.value, `${path}.<name>`) : []),
  ];
}
