/** Lengths of the settings API (fullstory.md e.1), and our own caps against a hostile list (security.md C1). */
export const ruleLimits = {
  rules: 10_000,
  name: 256,
  description: 1_024,
  /**
   * FullStory publishes no limit. A longer selector that comes from an org is kept, whole, and marked as
   * doubtful (`doubt.long-selector`): nobody can say whether the recorder takes it. We never write one.
   */
  selector: 2_048,
  /** A longer one is not run: reading it alone would be felt, and nobody wrote it by hand. */
  runSelector: 65_536,
  exceptions: 1_000,
} as const;
