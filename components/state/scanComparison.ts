import type { compareScans } from '../../core/findings/compareScans.ts';

/** What becomes hidden and what becomes visible between two scans of the same page. */
export type ScanComparison = ReturnType<typeof compareScans>;
export type ScanDifference = ScanComparison['newlyVisible'][number];
