import { growRawPage } from '../saved/growRawPage.ts';
import type { RawNode } from '../saved/rawSnapshot.ts';
import { type SavedRules, scanParsedPage } from '../saved/scanSavedPage.ts';
import { Treatment } from '../treatment/treatment.ts';

/** What a recorder does with one marked element: with the text in it, and with what is typed into it as a field. */
export interface MarkEffect {
  readonly text: Treatment;
  readonly value: Treatment;
}

const words = 'some words';
const anyAddress = 'https://mark.invalid/';

/** The most that leaves decides. */
const visibility: Readonly<Record<Treatment, number>> = { excluded: 0, masked: 1, unknown: 2, captured: 3 };

/**
 * Tries a mark on a page of one paragraph and one field, with the recorder as it is configured: whoever is advised to
 * write the mark has to know where it does nothing.
 *
 * @param mark `class="fs-mask"`, `data-clarity-mask`, `data-dd-privacy="mask"`
 * @throws OptionsError when the options do not have the recorder's shape
 */
export function markEffect(mark: string, rules: SavedRules): MarkEffect {
  const [, name = mark, value = ''] = /^([\w-]+)="([^"]*)"$/.exec(mark) ?? [];
  const nodes: RawNode[] = [
    { in: -1, root: 'document' },
    { in: 0, tag: 'html' },
    { in: 1, tag: 'body' },
    { in: 2, tag: 'p', attributes: [[name, value]] },
    { in: 3, kind: 'text', text: words },
    {
      in: 2,
      tag: 'input',
      attributes: [
        ['type', 'text'],
        [name, value],
      ],
      control: ['text', words],
    },
  ];
  const { records } = scanParsedPage(growRawPage(nodes, anyAddress), rules);
  const most = (channel: string): Treatment =>
    records
      .filter((record) => record.channel === channel && record.output !== '')
      .reduce<Treatment>(
        (found, { treatment }) => (visibility[treatment] > visibility[found] ? treatment : found),
        Treatment.excluded,
      );
  return { text: most('text'), value: most('value') };
}
