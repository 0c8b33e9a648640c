/** Kinds of `<input>`; `text` stands for every type that is none of the others, as it does in browsers. */
export const inputKinds = [
  'text',
  'password',
  'email',
  'tel',
  'url',
  'search',
  'number',
  'range',
  'color',
  'date',
  'datetime-local',
  'month',
  'week',
  'time',
  'hidden',
  'checkbox',
  'radio',
  'file',
  'submit',
  'button',
  'reset',
  'image',
] as const;

export const fieldKinds = [...inputKinds, 'textarea', 'select'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Their value is chosen by the page, not typed, and leaves as an attribute. */
export const choiceKinds: readonly FieldKind[] = ['checkbox', 'radio'];
export const buttonKinds: readonly FieldKind[] = ['submit', 'button', 'reset'];

export function isFieldKind(name: string): name is FieldKind {
  return (fieldKinds as readonly string[]).includes(name);
}

/** All kinds but these. */
export function kindsWithout(...left: readonly FieldKind[]): readonly FieldKind[] {
  return fieldKinds.filter((kind) => !left.includes(kind));
}

/** A selector list for exactly these kinds; at least one. */
export function kindsSelector(kinds: readonly FieldKind[]): string {
  if (inputKinds.every((kind) => kinds.includes(kind)))
    return ['input', ...kinds.filter((kind) => !isInput(kind))].join(', ');
  return kinds.map(kindSelector).join(', ');
}

function kindSelector(kind: FieldKind): string {
  if (!isInput(kind)) return kind;
  if (kind !== 'text') return `input[type='${kind}' i]`;
  const others = inputKinds.filter((other) => other !== 'text').map((other) => `[type='${other}' i]`);
  return `input:not(${others.join(', ')})`;
}

function isInput(kind: FieldKind): boolean {
  return (inputKinds as readonly string[]).includes(kind);
}

/** The kinds that a selector stands for when it names kinds of field and nothing else. */
export function kindsOfSelector(selector: string): readonly FieldKind[] | undefined {
  const kinds = selector.split(',').map((part) => kindsOfPart(part.trim()));
  const known = kinds.filter((found) => found !== undefined);
  return known.length === kinds.length ? [...new Set(known.flat())] : undefined;
}

function kindsOfPart(part: string): readonly FieldKind[] | undefined {
  if (part === 'input') return inputKinds;
  if (part === 'textarea' || part === 'select') return [part];
  const type = /^input\[type=(["']?)([a-z-]+)\1(?: i)?\]$/.exec(part)?.[2];
  return type !== undefined && type !== 'text' && isFieldKind(type) ? [type] : undefined;
}
