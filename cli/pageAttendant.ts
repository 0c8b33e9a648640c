import type { Page } from 'puppeteer';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import type { PageAdditions } from '../core/report/makePageReport.ts';
import type { PlantedValue } from '../core/visitor/plantedValue.ts';

/** What those who attend a page share. */
export interface PageVisit {
  readonly page: Page;
  /** Values that were typed or planted so far; who does that adds to it. */
  readonly planted: PlantedValue[];
}

/**
 * Somebody beside the simulation: the synthetic visitor, who listens to the wire, who takes pictures. Called in the
 * order in which they were given, one after the other. What goes wrong in one and leaves something not looked at is
 * told in its additions (`uninspected`); what it throws is as if the page could not be read.
 */
export interface PageAttendant {
  /** Before the page is opened: nothing of it has been asked for. */
  prepare?(visit: PageVisit): Promise<void>;
  /** The first look was taken; the simulated recording goes on until the last attendant is done, and `watch` after it. */
  act?(visit: PageVisit): Promise<void>;
  /** The recording is over and the page still open. */
  finish?(visit: PageVisit, scan: CaptureScan): Promise<PageAdditions>;
}
