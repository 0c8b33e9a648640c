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
  'minlength',
  'size',
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

/** Of a list, the first options and the last ones: a list of years is told by where it begins and ends. */
export const maxFirstOptions = 12;
export const maxLastOptions = 3;
export const maxLabelLength = 120;
export const maxHintLength = 240;
