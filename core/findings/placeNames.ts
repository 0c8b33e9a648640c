import type { NodeEntry } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';

/** What names the things that follow it. */
const headingTags = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'legend',
  'caption',
  'summary',
  'dt',
  'label',
]);
/** What headings are often wrapped in. */
const wrapperTags = new Set(['header', 'hgroup', 'div', 'span', 'a', 'b', 'strong']);

const maxLevels = 14;
const maxSiblings = 24;
const maxWrappers = 3;
const maxNames = 2;
const maxLength = 40;

/**
 * Names places as people do: by the headings and labels they stand under. `Your details › Phone` instead of a path.
 *
 * The names are text of the page: for the panel's eyes, never for a report.
 *
 * @returns the name of a node's place, '' when nothing names it
 */
export function createPlaceNamer(scan: Pick<CaptureScan, 'nodes' | 'records'>): (node: number) => string {
  const entries = new Map<number, NodeEntry>();
  const children = new Map<number, number[]>();
  for (const entry of scan.nodes) {
    entries.set(entry.id, entry);
    const siblings = children.get(entry.parent);
    if (siblings) siblings.push(entry.id);
    else children.set(entry.parent, [entry.id]);
  }
  const texts = capturedTexts(scan);
  const tagOf = (node: number) => /^[^:]*/.exec(entries.get(node)?.step ?? '')?.[0] ?? '';

  function textOf(node: number, depth = 0): string {
    if (depth > maxWrappers) return '';
    const inner = (children.get(node) ?? []).map((child) => textOf(child, depth + 1));
    return [texts.get(node) ?? '', ...inner].join(' ').replace(/\s+/g, ' ').trim();
  }

  /** The heading that a node is or begins with. */
  function headingIn(node: number, depth = 0): string {
    const tag = tagOf(node);
    if (headingTags.has(tag)) return textOf(node).slice(0, maxLength);
    if (depth >= maxWrappers || !wrapperTags.has(tag)) return '';
    const [first] = children.get(node) ?? [];
    return first === undefined ? '' : headingIn(first, depth + 1);
  }

  function headingBefore(node: number): string {
    const siblings = children.get(entries.get(node)?.parent ?? -1) ?? [];
    const at = siblings.indexOf(node);
    for (let i = at - 1; i >= 0 && i >= at - maxSiblings; i -= 1) {
      const heading = headingIn(siblings[i] ?? -1);
      if (heading !== '') return heading;
    }
    return '';
  }

  return (node) => {
    const names: string[] = [];
    let at = entries.get(node);
    for (let level = 0; at && level < maxLevels && names.length < maxNames; level += 1) {
      const around = tagOf(at.id) === 'label' ? headingIn(at.id) : '';
      for (const name of [around, headingBefore(at.id)]) {
        if (name !== '' && !names.includes(name) && names.length < maxNames) names.unshift(name);
      }
      at = entries.get(at.parent);
    }
    return names.join(' › ');
  };
}

/** What is masked names nothing; what leaks is no name to show beside its redacted self. */
function capturedTexts({ records }: Pick<CaptureScan, 'records'>): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const { channel, treatment, output, node } of records) {
    if (channel !== 'text' || treatment !== 'captured' || output === null || output.length > 200) continue;
    if (output.includes('@') || /\d{4}/.test(output)) continue;
    texts.set(node, `${texts.get(node) ?? ''} ${output}`);
  }
  return texts;
}
