import { Possible } from '../../treatment/treatment.ts';
import type { ElementSite, RecordSite } from '../profile.ts';

const media = new Set(['video', 'audio']);

export function isDropped(element: ElementSite, name: string): boolean {
  const { tag } = element;
  if (name === 'autoplay') return media.has(tag);
  if (name === 'src' && tag === 'iframe') return element.frameIsReadable();
  return false;
}

/** A blocked element keeps its class; what is in it keeps nothing. */
export function isKeptClass({ decision, node }: RecordSite, name: string): boolean {
  return (
    name === 'class' &&
    decision.possible === Possible.excluded &&
    decision.node === node &&
    decision.winner >= 0
  );
}

export function isAddress({ tag }: ElementSite, name: string, value: string): boolean {
  if (name === 'xlink:href') return !value.startsWith('#');
  if (name === 'background') return tag === 'table' || tag === 'td' || tag === 'th';
  return name === 'data' && tag === 'object';
}

export function sheetOf(element: ElementSite): string | null {
  if (element.tag === 'link') return element.listedSheet();
  if (element.tag !== 'style' || element.text().trim() !== '') return null;
  return element.sheet();
}

/** @sentry/replay@11.12.0 `filterCSSPropertiesFromInlineStyle`: split at semicolons, whatever they stand in. */
export function withoutBackgroundImage(style: string): string {
  const kept = style
    .split(';')
    .map((property) => property.trim())
    .filter((property) => property !== '' && property.split(':', 1)[0]?.trim() !== 'background-image');
  return kept.join('; ') + (kept.length > 0 && style.endsWith(';') ? ';' : '');
}
