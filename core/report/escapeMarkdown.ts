import { visibleText } from './visibleText.ts';

/** Text in Markdown as GitHub reads it: no markup, no table cell, no mention, no reference, no HTML comes out of it. */
export function escapeMarkdown(text: string): string {
  return visibleText(text).replace(/[&<>"'`*_~[\](){}#+!|\\@:$^=-]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** The same as code: GitHub looks for no names and addresses in there. */
export function markdownCode(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
