import { describe, expect, test } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import {
  type CalibrationReport,
  calibrationJson,
  calibrationTable,
} from '../../../cli/reporters/calibration.ts';
import { sessionProblemWords } from '../../../cli/reporters/sessionProblem.ts';
import { type SiteAuditReport, siteAuditText } from '../../../cli/reporters/siteAudit.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { describeMeasurement } from '../../../core/profiles/documented/describeMeasurement.ts';
import type { Measurement } from '../../../core/profiles/documented/measuredPolicy.ts';
import { profileById } from '../../../core/profiles/registry.ts';
import { parseRuleFile } from '../../../core/settings/parseRuleFile.ts';

const t = createTranslator(en, 'en');
const fullstory = profileById('fullstory');
if (!fullstory) throw new Error('no profile');

const measurement: Measurement = {
  recorder: 'fullstory',
  date: '2026-11-26',
  cells: [
    {
      ...{ kind: 'text', state: 'masked', effect: 'send', documented: 'mask' },
      evidence: { planted: 2, arrived: 1, controls: 6 },
    },
    {
      ...{ kind: 'attribute', name: 'aria-label', state: 'masked', effect: 'mask', documented: 'unknown' },
      evidence: { planted: 1, arrived: 0, controls: 3 },
    },
  ],
};
const described = describeMeasurement(fullstory, fullstory.parseOptions({}), [measurement]);
if (!described) throw new Error('nothing described');

const report: CalibrationReport = {
  recorder: { id: 'fullstory', name: 'FullStory' },
  page: 'https://shop.example/',
  described,
  calibration: {
    measured: measurement.cells,
    unmeasured: [{ kind: 'comment', state: 'masked', documented: 'unknown', why: 'closed' }],
    messages: 4,
    closed: 1,
    isFlushed: true,
  },
  knowsRules: true,
  others: [],
};

describe('the table of a calibration', () => {
  test('says what is documented, what was measured, and where the two differ', () => {
    const table = calibrationTable(report, t);
    expect(table).toContain(
      '✗ Text, masked: documented: not sent as it is; measured: sent as it is (1 of 2 arrived); contradicts the documentation',
    );
    expect(table).toContain(
      'Attribute aria-label, masked: documented: not known; measured: not sent as it is',
    );
    expect(table).toContain(
      '? Comment in the code, masked: documented: not known; not measured: it did not arrive',
    );
    expect(table).toContain('1 message could not be opened');
    expect(table).toContain('2 entries measured. Contradictions: 1. Not documented before: 1.');
  });

  test('says where things went when nothing went to the recorder', () => {
    const calibration = { ...report.calibration, messages: 0, closed: 0, isFlushed: false };
    const table = calibrationTable({ ...report, calibration, others: ['https://relay.example'] }, t);
    expect(table).toContain('Nothing that left the page went to FullStory');
    expect(table).toContain('https://relay.example');
  });

  test('has words for every reason, and the JSON is an entry of a rule file', () => {
    const whys = [
      'not-planted',
      'state-unknown',
      'no-control',
      'closed',
      'not-flushed',
      'rules-unknown',
      'absence-no-proof',
    ];
    expect(whys.filter((why) => !t.has(`calibrate.why.${why}`))).toEqual([]);
    const { measured } = JSON.parse(calibrationJson(report)) as { measured: unknown };
    expect(parseRuleFile({ scrim: 1, rules: [], measured: [measured] }).measured).toEqual([measurement]);
  });
});

describe('words for a session that could not be read', () => {
  test.each(['not-found', 'key-refused', 'something-new'])('%s', (code) => {
    expect(sessionProblemWords(code, 'the \u001b[2Jserver', t)).toMatch(/^[A-Z].*\.$/);
    expect(sessionProblemWords(code, 'the \u001b[2Jserver', t)).not.toContain('\u001b');
  });
});

test('an audit of nothing is not marked as safe', () => {
  const nothing: SiteAuditReport = {
    ...{ site: 'https://shop.example', sessions: [], events: 0, elsewhere: 0, findings: [] },
    ...{ pagesNotLooked: [], problems: [], detectorsOff: [] },
  };
  expect(siteAuditText(nothing, t)).toMatch(/^\? /);
});
