/** Far above what people write, and small enough that reading a hostile file is not felt. */
export const leakSettingsLimits = {
  detectors: 50,
  pattern: 1000,
  keywords: 50,
  keyword: 60,
  examples: 20,
  example: 500,
  suppressions: 1000,
  selector: 1000,
  page: 500,
  reason: 300,
  /** Days from today: whoever accepts a leak looks at it again within a year. */
  days: 366,
} as const;
