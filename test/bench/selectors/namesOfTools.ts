import { authoredNames } from './authoredNames.ts';
import { base36, buildTools, type MakeHash } from './buildTools.ts';
import { type Random, seededRandom } from './seededRandom.ts';

/** Names of each build tool, made by its published format out of what people would have written. */
export function namesOfTools(perTool: number): ReadonlyMap<string, readonly string[]> {
  const locals = (authoredNames.bem ?? '').split(/\s+/);
  const names = new Map<string, readonly string[]>();
  for (const tool of buildTools) {
    const random = seededRandom(tool.name, 'names');
    const made = Array.from({ length: perTool }, (_, index) => {
      const local = locals[random(locals.length)] ?? 'item';
      const scope = tool.scope?.(hashBy(random));
      return [...(tool.classes?.(local, hashBy(random)) ?? []), scope?.attribute ?? scope?.class ?? '']
        .concat(tool.id?.(index) ?? '')
        .filter((name) => name !== '');
    });
    if (made.some((some) => some.length > 0)) names.set(tool.name, [...new Set(made.flat())]);
  }
  return names;
}

function hashBy(random: Random): MakeHash {
  return (length, alphabet = base36) =>
    Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
}
