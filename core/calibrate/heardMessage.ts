/** One message that left for the recorder's collector, opened as far as it could be. Raw: it stays in memory. */
export interface HeardMessage {
  /** Everything that can be read in it, in small letters. */
  readonly texts: readonly string[];
  /** Part of it could not be opened: whatever was not found may be in there. */
  readonly isClosed: boolean;
}
