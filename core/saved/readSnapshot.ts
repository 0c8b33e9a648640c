import { redactedBefore } from '../findings/redact.ts';
import { isDetectorId } from '../findings/severityOf.ts';
import { type PageSnapshot, type SavedValue, type SnapshotNode, snapshotLimits } from './pageSnapshot.ts';
import { createSnapshotNodeReader } from './readSnapshotNode.ts';
import { redactAddress } from './redactAddress.ts';
import { fieldsOf, listAt, SnapshotError, textAt } from './snapshotShape.ts';

/**
 * A saved page out of a file or a database: whoever wrote it. Every piece is checked and built anew, and what a page of
 * ours would not have kept is taken out: a file cannot bring raw values in.
 *
 * @throws SnapshotError when it is not of the shape, or beyond the limits
 */
export function readSnapshot(input: unknown): PageSnapshot {
  const given = fieldsOf(input, 'the page');
  if (given.format !== 'scrim-page') throw new SnapshotError('not a saved page of Scrim');
  if (given.version !== 1) throw new SnapshotError('made by another version of Scrim');
  const values = listAt(given.values, 'values', snapshotLimits.nodes).map(readValue);
  const written = listAt(given.nodes, 'nodes', snapshotLimits.nodes);
  const readNode = createSnapshotNodeReader(values.length);
  const nodes: SnapshotNode[] = [];
  for (const node of written) nodes.push(readNode(node));
  const [first] = nodes;
  if (!first || !('root' in first) || first.root !== 'document')
    throw new SnapshotError('it does not begin with a document');
  const lang = textAt(given.lang, 'lang', 40);
  return {
    format: 'scrim-page',
    version: 1,
    name: textAt(given.name, 'name', snapshotLimits.name),
    url: redactAddress(textAt(given.url, 'url', 4000)),
    savedAt: timeAt(given.savedAt),
    lang: /^[a-z0-9-]{0,40}$/.test(lang) ? lang : '',
    values,
    nodes,
  };
}

function readValue(input: unknown): SavedValue {
  const given = fieldsOf(input, 'a value');
  const detector = textAt(given.detector, 'detector', 80);
  if (!isDetectorId(detector)) throw new SnapshotError('a value of no known kind');
  const scheme = given.scheme === undefined ? undefined : textAt(given.scheme, 'scheme', 60);
  if (scheme !== undefined && !/^[a-z0-9.-]{1,60}$/.test(scheme))
    throw new SnapshotError('a value of no known scheme');
  const sample = redactedBefore(textAt(given.sample, 'sample', 80));
  return { detector, ...(scheme === undefined ? undefined : { scheme }), sample };
}

function timeAt(input: unknown): string {
  const text = textAt(input, 'savedAt', 40);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/.test(text))
    throw new SnapshotError('savedAt is no time');
  return text;
}
