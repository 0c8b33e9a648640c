import { expandRecords } from '../../../cli/expandRecords.ts';
import type { CaptureRecord } from '../../../core/capture/captureRecord.ts';
import type { CaptureScan } from '../../../core/capture/captureScan.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import type { Rule } from '../../../core/rules/rule.ts';
import { withBuiltIns } from '../../../core/rules/withBuiltIns.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';

export interface Simulation {
  readonly scan: CaptureScan;
  readonly records: readonly CaptureRecord[];
  /** The one record whose raw text is known by its treatment: the text node at this place in document order. */
  text(path: RegExp): CaptureRecord;
  attribute(name: string): CaptureRecord;
  value(): CaptureRecord;
}

/** Plays FullStory over a piece of HTML with its built-in rules plus these. */
export function simulate(
  html: string,
  rules: readonly Partial<Rule>[] = [],
  options: unknown = {},
): Simulation {
  const profile = profileById('fullstory');
  if (!profile) throw new Error('no profile');
  const custom = rules.map((rule, index) => ({ ...blankRule, id: `r${index + 1}`, ...rule }));
  const ruleSet = withBuiltIns({ rules: custom, groups: [], gaps: [] }, profile.offlineRules());
  const scan = scanSavedPage({
    html: `<!doctype html><body>${html}`,
    url: 'https://shop.example/',
    profile,
    options,
    ruleSet,
  });
  const records = expandRecords(scan);
  const only = (found: readonly CaptureRecord[], what: string): CaptureRecord => {
    const [first, second] = found;
    if (!first || second) throw new Error(`expected one ${what}, found ${found.length}`);
    return first;
  };
  return {
    scan,
    records,
    text: (path) =>
      only(
        records.filter((record) => record.channel === 'text' && path.test(record.path)),
        `text at ${path}`,
      ),
    attribute: (name) =>
      only(
        records.filter((record) => record.channel === 'attribute' && record.name === name),
        name,
      ),
    value: () =>
      only(
        records.filter((record) => record.channel === 'value' && record.name === undefined),
        'value',
      ),
  };
}

const blankRule: Rule = {
  id: 'r',
  name: 'rule',
  selector: '*',
  exceptions: [],
  action: 'mask',
  consent: false,
  scope: 'all',
  platforms: ['web'],
  groupId: '0',
  editable: 'any',
};
