import type { CaptureScan } from '../capture/captureScan.ts';
import { Possible } from '../treatment/treatment.ts';
import { isBlankText } from './isBlankText.ts';
import type { PlainContent } from './overMasked.ts';

/** One piece of plain content that is hidden, with the decision that hides it. */
export interface HiddenPlain {
  readonly node: number;
  readonly tag: string;
  readonly content: PlainContent;
  readonly decision: number;
}

const contentOfTag: ReadonlyMap<string, PlainContent> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'heading'] as const),
  ...['button', 'summary'].map((tag) => [tag, 'button'] as const),
  ...['label', 'legend', 'caption', 'th', 'dt'].map((tag) => [tag, 'label'] as const),
  ['nav', 'navigation'],
  ['footer', 'footer'],
]);

/** What stands in one of these comes once for each thing of a list: orders, people, messages. */
const dataTags = new Set(['tbody', 'td', 'li', 'article', 'dd', 'template', 'dialog']);
/** What can hold something nobody here has looked at, or that somebody types. */
const opaqueTags = new Set(
  'input textarea select output iframe frame object embed canvas video audio img slot'.split(' '),
);
const hiding: ReadonlySet<number> = new Set([
  Possible.masked,
  Possible.excluded,
  Possible.masked | Possible.excluded,
]);

/**
 * Headings, buttons, navigation, labels and footers that are hidden for sure, hold text, and hold nothing that could be
 * personal: no field, no frame, no picture, no finding. What stands in a row or list may be somebody's data and is left
 * out; so is everything that cannot be told.
 *
 * @param found nodes that findings speak of
 */
export function plainContent(
  { nodes, decisions, records, fields }: Pick<CaptureScan, 'nodes' | 'decisions' | 'records' | 'fields'>,
  found: ReadonlySet<number>,
): readonly HiddenPlain[] {
  const doubtful = new Set([...found, ...fields.map(({ node }) => node)]);
  const texts = new Set<number>();
  for (const record of records) {
    const isHidden = record.treatment === 'masked' || record.treatment === 'excluded';
    if (record.channel === 'text' && isHidden && !isBlankText(record)) texts.add(record.node);
    // A piece of it that is sent, or may be, is no over-masking.
    else if (record.channel === 'text' && !isBlankText(record)) doubtful.add(record.node);
  }
  // Children come after their parents: read from the end, every node is complete when it is reached.
  for (const { id, parent, step } of [...nodes].reverse()) {
    const tag = tagOf(step);
    if (tag.startsWith('#') || tag === '*' || tag.includes('-') || opaqueTags.has(tag)) doubtful.add(id);
    if (doubtful.has(id)) doubtful.add(parent);
    if (texts.has(id)) texts.add(parent);
  }
  /** Inside data, or inside something that is listed as a whole. */
  const inside = new Set<number>();
  return nodes.flatMap(({ id, parent, step, decision }) => {
    const tag = tagOf(step);
    if (inside.has(parent) || dataTags.has(tag)) {
      inside.add(id);
      return [];
    }
    const content = contentOfTag.get(tag);
    const possible = decisions[decision]?.possible ?? Possible.captured;
    if (content === undefined || !hiding.has(possible) || doubtful.has(id) || !texts.has(id)) return [];
    inside.add(id);
    return [{ node: id, tag, content, decision }];
  });
}

/** Lower-case tag of a step of a path; `#document` and `#shadow-root` as they are. */
export function tagOf(step: string): string {
  return (/^[^:]*/.exec(step)?.[0] ?? '').toLowerCase();
}
