import { visibleText } from '../visibleText.ts';

/** A piece of HTML that was made by `markup`: everything in it that is not ours is escaped. */
export interface Markup {
  readonly html: string;
}

/** Absent parts are left out; lists are put one after the other. */
export type MarkupPart = string | number | Markup | readonly Markup[] | undefined;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Tag of a template literal: what is put in is escaped unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  const html = strings.reduce(
    (text, piece, at) => `${text}${piece}${at < parts.length ? htmlOf(parts[at]) : ''}`,
    '',
  );
  return { html };
}

/** Markup of ours that holds nothing of a page, a rule or a person. */
export function ownMarkup(html: string): Markup {
  return { html };
}

function htmlOf(part: MarkupPart): string {
  if (part === undefined) return '';
  if (typeof part === 'object') return 'html' in part ? part.html : part.map(({ html }) => html).join('');
  return visibleText(String(part)).replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
