import { describe, expect, it } from 'vitest';
import { createVisitLog, mostPages, type VisitLog } from '../../../components/qa/createVisitLog.ts';
import { verdictOf } from '../../../core/findings/verdictOf.ts';
import type { PageReport } from '../../../core/report/pageReport.ts';
import { unseenReport } from '../../../core/report/unseenReport.ts';

const shop = 'https://shop.example.com';

function clean(page: string): PageReport {
  const unseen = unseenReport({ page }, { kind: 'page', path: '', reason: 'x' });
  return { ...unseen, loaded: true, uninspected: [], verdict: verdictOf([], []) };
}

/** `/account: green 1`, `/basket: left-too-soon 1`. */
function said(log: VisitLog): string[] {
  return log.pages().map(({ report, isLooking }) => {
    const reasons = report.uninspected.map(({ reason }) => reason).join('+');
    const state = isLooking ? 'looking' : reasons || report.verdict.level;
    return `${report.page.replace(shop, '')}: ${state} ${report.looks ?? 1}`;
  });
}

const open = () => createVisitLog('unnamed');

describe('the log of visits', () => {
  it('has a row for a page from the moment it is there', () => {
    const log = open();
    log.opened(`${shop}/account?email=a@b.example`);
    expect(said(log)).toEqual(['/account: looking 1']);
    log.told(clean(`${shop}/account`));
    expect(said(log)).toEqual(['/account: green 1']);
  });

  it('puts visits of the same page together, and counts them', () => {
    const log = open();
    for (const order of ['1042', '1043']) {
      log.opened(`${shop}/orders/${order}`);
      log.told(clean(`${shop}/orders/:id`));
      log.left();
    }
    log.opened(`${shop}/help`);
    log.told(clean(`${shop}/help`));
    expect(said(log)).toEqual(['/orders/:id: green 2', '/help: green 1']);
  });

  it('says of a page that was left before the look was done that it was', () => {
    const log = open();
    log.opened(`${shop}/account`);
    log.left();
    log.opened(`${shop}/help`);
    expect(said(log)).toEqual(['/account: left-too-soon 1', '/help: looking 1']);
  });

  it('names documents that came and went while nobody could look', () => {
    const log = open();
    log.opened(`${shop}/a1`);
    log.told(clean(`${shop}/a1`));
    log.left();
    log.visited(`${shop}/redirecting`);
    log.visited(`${shop}/help`);
    log.opened(`${shop}/help`);
    expect(said(log)).toEqual(['/a1: green 1', '/redirecting: left-too-soon 1', '/help: looking 1']);
  });

  it('takes a route for a page of its own, and what comes of the browser about it for no other', () => {
    const log = open();
    log.opened(`${shop}/cart`);
    log.told(clean(`${shop}/cart`));
    log.visited(`${shop}/cart/address`);
    expect(log.moved(`${shop}/cart/address`)).toBe(true);
    log.told(clean(`${shop}/cart/address`));
    log.visited(`${shop}/help`);
    log.left();
    log.opened(`${shop}/help`);
    expect(said(log)).toEqual(['/cart: green 1', '/cart/address: green 1', '/help: looking 1']);
  });

  it('takes another query for the same page', () => {
    const log = open();
    log.opened(`${shop}/search`);
    expect(log.moved(`${shop}/search?q=boots`)).toBe(false);
    expect(said(log)).toEqual(['/search: looking 1']);
  });

  it('does not take what is said of one page for another', () => {
    const log = open();
    log.opened(`${shop}/account`);
    expect(log.told(clean(`${shop}/help`))).toBe(false);
    expect(said(log)).toEqual(['/account: looking 1']);
  });

  it('names pages that nobody may look at', () => {
    const log = open();
    log.refused('page-of-browser');
    log.visited();
    log.refused('no-access', 'https://pay.example.org');
    log.ended();
    expect(said(log)).toEqual(['unnamed: page-of-browser 1', 'https://pay.example.org/: no-access 1']);
  });

  it('forgets that a page was refused when it is looked at after all', () => {
    const log = open();
    log.refused('no-access', shop);
    log.left();
    log.opened(`${shop}/account`);
    log.told(clean(`${shop}/account`));
    log.ended();
    expect(said(log)).toEqual(['/account: green 1']);
  });

  it('says what was on its way at the end', () => {
    const named = open();
    named.opened(`${shop}/account`);
    named.told(clean(`${shop}/account`));
    named.visited(`${shop}/help`);
    named.left();
    named.ended();
    expect(said(named)).toEqual(['/account: green 1', '/help: left-too-soon 1']);
    const unnamed = open();
    unnamed.left();
    unnamed.ended();
    expect(said(unnamed)).toEqual(['unnamed: left-too-soon 1']);
  });

  it('says that a look failed, unless it comes true after all', () => {
    const log = open();
    log.opened(`${shop}/account`);
    log.failed('the detectors stopped');
    expect(log.pages()[0]?.report.uninspected).toEqual([
      { kind: 'page', path: '', reason: 'look-failed', detail: 'the detectors stopped' },
    ]);
    log.told(clean(`${shop}/account`));
    expect(said(log)).toEqual(['/account: green 1']);
  });

  it('keeps what was found before other rules came', () => {
    const log = open();
    log.opened(`${shop}/account`);
    log.told({ ...clean(`${shop}/account`), uninspected: [{ kind: 'frame', path: '', reason: 'frame' }] });
    log.again();
    log.told(clean(`${shop}/account`));
    expect(said(log)).toEqual(['/account: frame 2']);
  });

  it('keeps a page apart that another recorder records', () => {
    const log = open();
    for (const step of [{}, { step: 'recorded by Sentry' }]) {
      log.opened(`${shop}/account`);
      log.told({ ...clean(`${shop}/account`), ...step });
      log.left();
    }
    expect(log.pages()).toHaveLength(2);
  });

  it('is bounded, and says that there was more', () => {
    const log = open();
    for (let at = 0; at < mostPages + 3; at += 1) {
      const page = `${shop}/${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}q`;
      log.opened(page);
      log.told(clean(page));
      log.left();
    }
    expect(log.pages()).toHaveLength(mostPages + 1);
    expect(said(log).at(-1)).toBe('unnamed: too-many-pages 3');
  });

  it('forgets one page on request, and goes on with what was kept', () => {
    const log = open();
    log.restore([clean(`${shop}/account`), clean(`${shop}/help`)]);
    log.forget(`${shop}/account`);
    expect(said(log)).toEqual(['/help: green 1']);
  });
});
