/** What both hosts read of a form control, so that a live page and its saved copy are understood alike. */

/** Attributes that say what a field is for. `value` is never among them. */
export const tellingAttributes: readonly string[] = [
  'autocomplete',
  'type',
  'name',
  'id',
  'inputmode',
  'pattern',
  'placeholder',
  'aria-label',
  'aria-placeholder',
  'title',
  'maxlength',
  'class',
  'data-testid',
  'role',
];

/** Types nobody types personal data into. */
export const silentTypes: ReadonlySet<string> = new Set([
  'submit',
  'button',
  'reset',
  'image',
  'range',
  'color',
]);

export const maxOptions = 12;
export const maxLabelLength = 120;
