// Rebuilds a page from its capture records, as a replay would show it. The page's own markup is never used: what
// no record holds cannot come back. Called by the replay view; the result goes into a sandboxed frame's srcdoc
// and nowhere else. It must never hold a script, a link that leads anywhere, or anything that loads.
import type { IndexedRecord, NodeEntry } from '../../core/capture/captureRecord.ts';
import type { CaptureScan } from '../../core/capture/captureScan.ts';
import { documentStep, shadowStep } from '../../core/capture/pathIndex.ts';
import { indexScan, type ScanTree } from './indexScan.ts';
import { interleave } from './interleave.ts';
import { excludedTag, keepsAttribute, replayTag, textOnlyTags, voidTags } from './replayPolicy.ts';
import { replayStyle } from './replayStyle.ts';

/** Beyond this the replay is cut: a preview of 20,000 elements is 4 MB of markup already. */
export const maxReplayElements = 20_000;
/** The parser itself stops nesting at 512. */
const maxDepth = 400;

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const emptyImage = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

export interface ReplayDocument {
  readonly html: string;
  /** Elements were left out because the page is too large. */
  readonly cut: boolean;
}

/** @param css text of the page's style sheets */
export function buildReplayDocument(scan: CaptureScan, css: string): ReplayDocument {
  const writer = createWriter(indexScan(scan));
  const page = writer.page();
  const html = [
    `<!doctype html><html${page.htmlAttributes}><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<style>${escapeCss(css)}</style>${page.styles}<style>${replayStyle}</style></head>`,
    `<body inert${page.bodyAttributes}>${page.body}</body></html>`,
  ].join('');
  return { html, cut: writer.wasCut() };
}

function createWriter(tree: ScanTree) {
  let elements = 0;
  let cut = false;

  function page() {
    const html = tree.root && tree.childrenOf(tree.root.id).find((entry) => tagOf(entry) === 'html');
    const parts = html ? tree.childrenOf(html.id) : [];
    const body = parts.find((entry) => tagOf(entry) === 'body');
    const head = parts.find((entry) => tagOf(entry) === 'head');
    const sheets = [tree.root, ...(head ? tree.childrenOf(head.id) : [])];
    return {
      htmlAttributes: html ? attributes(html, 'html') : '',
      bodyAttributes: body && !tree.isExcluded(body.id) ? attributes(body, 'body') : '',
      styles: sheets.map((entry) => (entry ? stylesFor(entry.id) : '')).join(''),
      body: body ? (tree.isExcluded(body.id) ? excluded('div') : content(body, 0, 'body')) : '',
    };
  }

  function element(entry: NodeEntry, depth: number): string {
    const tag = tagOf(entry);
    if (tag === 'style') return stylesFor(entry.id);
    if (tree.isExcluded(entry.id))
      return textOnlyTags.has(tag) && tag === 'option' ? '' : excluded(excludedTag(tag));
    const name = replayTag(tag);
    if (name === null) return '';
    elements += 1;
    if (elements > maxReplayElements || depth > maxDepth) {
      cut = true;
      return '';
    }
    const open = `<${name}${attributes(entry, tag)}${controlAttributes(entry, tag)}>`;
    return voidTags.has(name) ? open : `${open}${content(entry, depth, tag)}</${name}>`;
  }

  function content(entry: NodeEntry, depth: number, tag: string): string {
    if (tag === 'textarea') return plainText(tree.valueOf(entry.id));
    const children = tree.childrenOf(entry.id);
    const texts = tree.textsOf(entry.id);
    if (textOnlyTags.has(tag)) return texts.map(plainText).join('');
    const roots = children.filter((child) => child.step === shadowStep || child.step === documentStep);
    const light = children.filter((child) => !roots.includes(child));
    const inRoots = roots.map((root) => shadow(root, depth + 1)).join('');
    return (
      inRoots +
      interleave(texts, light)
        .map((item) => ('step' in item ? element(item, depth + 1) : text(item)))
        .join('')
    );
  }

  /** A declarative shadow root keeps a component's, or a frame's, styles to itself as the page does. */
  function shadow(root: NodeEntry, depth: number): string {
    const inside = tree
      .childrenOf(root.id)
      .flatMap((child) => (tagOf(child) === 'html' ? tree.childrenOf(child.id) : [child]));
    const parts = inside.map((child) =>
      tagOf(child) === 'head'
        ? tree
            .childrenOf(child.id)
            .map((sheet) => stylesFor(sheet.id))
            .join('')
        : tagOf(child) === 'body'
          ? `<div${attributes(child, 'body')}>${content(child, depth, 'body')}</div>`
          : element(child, depth),
    );
    return `<template shadowrootmode="open">${stylesFor(root.id)}<style>${replayStyle}</style>${parts.join('')}</template>`;
  }

  function attributes(entry: NodeEntry, tag: string): string {
    const kept = tree.attributesOf(entry.id).flatMap((record) => attribute(tag, record));
    const hasSource = kept.some((text) => text.startsWith(' src='));
    return kept.join('') + (tag === 'img' && !hasSource ? ` src="${emptyImage}" data-scrim-image` : '');
  }

  function attribute(tag: string, { name, output }: IndexedRecord): string[] {
    const lower = name?.toLowerCase() ?? '';
    // The current value and state come from value records, not from what the markup once said.
    if (output === null || lower === 'checked' || (lower === 'value' && tag !== 'li' && tag !== 'progress'))
      return [];
    return keepsAttribute(tag, lower, output) ? [` ${lower}="${escapeAttribute(output)}"`] : [];
  }

  function controlAttributes(entry: NodeEntry, tag: string): string {
    if (tag !== 'input') return '';
    const value = tree.valueOf(entry.id);
    const checked = tree.isChecked(entry.id) ? ' checked' : '';
    if (!value || value.output === null) return checked;
    const masked = value.treatment === 'masked' ? ' data-scrim-masked' : '';
    if (masked !== '' && hasOwnFormat(tree.attributesOf(entry.id))) return `${checked}${masked}`;
    return `${checked}${masked} value="${escapeAttribute(shownText(value))}"`;
  }

  function stylesFor(node: number): string {
    return tree
      .stylesOf(node)
      .map(({ output }) => (output ? `<style>${escapeCss(output)}</style>` : ''))
      .join('');
  }

  return { page, wasCut: () => cut };
}

function excluded(tag: string): string {
  return `<${tag} data-scrim-excluded></${tag}>`;
}

function text(record: IndexedRecord): string {
  if (record.output === null) return '';
  const shown = escapeText(shownText(record));
  if (record.treatment === 'captured' || shown.trim() === '') return shown;
  return `<span data-scrim-${record.treatment}>${shown}</span>`;
}

function plainText(record: IndexedRecord | undefined): string {
  return record ? escapeText(shownText(record)) : '';
}

/** Dates, numbers and the like: the parser drops a value of blocks, and complains about it. */
function hasOwnFormat(attributes: readonly IndexedRecord[]): boolean {
  const type = attributes.find(({ name }) => name?.toLowerCase() === 'type')?.output?.toLowerCase() ?? '';
  return /^(date|time|datetime-local|month|week|number|range|color)$/.test(type);
}

/** Masked text is drawn as blocks whatever glyph the recorder uses. */
function shownText({ treatment, output }: IndexedRecord): string {
  if (output === null) return '';
  return treatment === 'masked' ? output.replace(/\S/g, '█') : output;
}

function tagOf(entry: NodeEntry): string {
  const colon = entry.step.indexOf(':nth-');
  return colon < 0 ? entry.step : entry.step.slice(0, colon);
}

function escapeText(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function escapeAttribute(value: string): string {
  return escapeText(value).replace(/"/g, '&quot;');
}

/** `</style` would end the sheet; a backslash before the slash means the same to CSS. */
function escapeCss(css: string): string {
  return css.replace(/<(?=[/!])/g, '\\3c ');
}
