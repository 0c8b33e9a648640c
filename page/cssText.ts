/** The text of a sheet's rules; '' for one of another origin, whose rules a page cannot read either. */
export function cssTextOf(sheet: CSSStyleSheet): string {
  try {
    return Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n');
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return '';
    throw error;
  }
}
