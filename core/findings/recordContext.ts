import type { IndexedRecord } from '../capture/captureRecord.ts';
import type { DetectContext } from '../detectors/detector.ts';
import type { FieldClass } from '../fields/fieldFacts.ts';
import { tokeniseLabel } from '../fields/tokeniseLabel.ts';

/** Attributes whose content is written for people. */
const humanAttributes = new Set([
  'value',
  'placeholder',
  'title',
  'alt',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-placeholder',
  'label',
  'summary',
  'download',
]);
const humanChannels: ReadonlySet<string> = new Set(['text', 'value', 'title', 'comment', 'console']);
/** Attribute names that say what element it is, not what is in them. */
const silentNames = new Set(['value', 'class', 'id', 'href', 'src', 'style', 'title', 'alt', 'checked']);
/** A short text before a value is its label: `<dt>Phone</dt><dd>…</dd>`. Longer ones are sentences. */
const maxLabelLength = 40;

/**
 * What is known around a record's text: the page's region, and words that name it (the attribute, the field's
 * class, the label before it).
 *
 * @param field class of the field the record belongs to
 * @param before the text that stands before it
 */
export function recordContext(
  record: Pick<IndexedRecord, 'channel' | 'name'>,
  region: string | undefined,
  field: FieldClass | undefined,
  before: string | undefined,
): DetectContext {
  const human =
    humanChannels.has(record.channel) ||
    (record.channel === 'attribute' && humanAttributes.has((record.name ?? '').toLowerCase()));
  const words = [
    field === undefined || field === 'none' ? '' : field,
    record.name === undefined || silentNames.has(record.name.toLowerCase()) ? '' : record.name,
    before !== undefined && before.length <= maxLabelLength ? before : '',
  ];
  const hint = tokeniseLabel(words.join(' '));
  return {
    ...(region === undefined ? {} : { region }),
    ...(hint === '' ? {} : { hint }),
    ...(human ? {} : { machine: true }),
    // What is in a field is a record of its own; everything else is cut out of a page.
    ...(record.channel === 'value' ? {} : { inPage: true }),
  };
}
