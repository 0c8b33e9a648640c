/** Privacy levels as `Decision.level` (@datadog/browser-rum-core@7.16.2, privacyConstants.mjs). */
export const Level = {
  allow: 0,
  maskUserInput: 1,
  maskUnlessAllowlisted: 2,
  mask: 3,
  hidden: 4,
  ignore: 5,
} as const;
export type Level = (typeof Level)[keyof typeof Level];

/** As a site writes them, in `defaultPrivacyLevel`, `data-dd-privacy` and after `dd-privacy-`. */
export const levelNames = {
  allow: Level.allow,
  'mask-user-input': Level.maskUserInput,
  'mask-unless-allowlisted': Level.maskUnlessAllowlisted,
  mask: Level.mask,
  hidden: Level.hidden,
} as const;
export type LevelName = keyof typeof levelNames;

/** Every level that may be an element's, one bit each: nearly always one. `Decision.level` holds it. */
export type LevelSet = number;

export function oneLevel(level: Level): LevelSet {
  return 1 << level;
}

export function levelsOf(set: LevelSet): readonly Level[] {
  return known[set] ?? [];
}

const all = Object.values(Level);
const known = Array.from({ length: 1 << all.length }, (_unused, set) =>
  all.filter((level) => (set & oneLevel(level)) !== 0),
);

/** Tags whose content is what a user entered or chose. */
const formTags = new Set(['input', 'output', 'textarea', 'select', 'option', 'datalist', 'optgroup']);
const plainInputs = new Set(['button', 'color', 'reset', 'submit']);

/** @param type of an input, as the browser understands it */
export function isFormElement(tag: string, type: string | undefined): boolean {
  return formTags.has(tag) && !(tag === 'input' && type !== undefined && plainInputs.has(type));
}
