/** What no recorder's documentation speaks of; a green verdict names it. */
export const undocumentedParts: readonly string[] = [
  'undocumented.attributes',
  'undocumented.page-parts',
  'undocumented.comments',
  'undocumented.shadow-rules',
  'undocumented.frame-inheritance',
  'undocumented.templates',
  'undocumented.data-scripts',
  'undocumented.canvas',
  'undocumented.script-styles',
];
