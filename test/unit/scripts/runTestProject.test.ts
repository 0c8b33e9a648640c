import { describe, expect, it } from 'vitest';
import { countReport } from '../../../scripts/runTestProject.ts';

const passing = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
};

describe('countReport', () => {
  it('counts what passed and what failed', () => {
    const results = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
    const totals = countReport({ ...passing, success: false, numFailedTests: 2, testResults: results }, 1);
    expect(totals).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const results = [{ status: 'failed', assertionResults: [] }];
    expect(countReport({ ...passing, success: false, testResults: results }, 1)).toMatchObject({ failed: 1 });
  });

  it('counts a run that ends badly with no failed test as a failure', () => {
    expect(countReport(passing, 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('counts a run that was stopped as a failure and says so', () => {
    const totals = countReport(passing, null, 'it was stopped after 360 s');
    expect(totals).toEqual({ passed: 3, failed: 1, problem: 'it was stopped after 360 s' });
  });

  it('counts a project without tests as a failure', () => {
    const none = { ...passing, numPassedTests: 0, testResults: [] };
    expect(countReport(none, 1)).toMatchObject({ failed: 1, problem: 'has no tests' });
  });
});
