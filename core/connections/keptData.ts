/** What is kept on this computer of one settings source, in numbers. Never any of it. */
export interface KeptSource {
  readonly sourceId: string;
  /** What people know it by: the org's id, the repository, '' for the local rules. */
  readonly name: string;
  /** Ids of its connections; none: it was disconnected, and its drafts wait. */
  readonly connections: readonly string[];
  /** Changes that are in a draft and not pushed. */
  readonly draftedChanges: number;
  /** Typed and not saved to a draft. */
  readonly keptEdits: number;
  /** Rules as last read; of the local rules: themselves. */
  readonly rules: number;
  readonly pushes: number;
  readonly proposals: number;
  /** Rules that are remembered where they last matched. */
  readonly ruleMemories: number;
  /** Own detectors and suppressions. */
  readonly leakEntries: number;
  /** Length of all of it as JSON. */
  readonly bytes: number;
  /** To be typed before it is erased, because somebody's work would be lost; null: nothing of that kind is in it. */
  readonly confirm: string | null;
}

export interface KeptData {
  readonly sources: readonly KeptSource[];
  readonly savedPages: { readonly count: number; readonly bytes: number };
  /** Sites that somebody said something about: recorder, configuration. */
  readonly sites: number;
  /** Keys in memory or remembered. */
  readonly keys: number;
  /** As `KeptSource.confirm`, for all of it. */
  readonly confirm: string | null;
}

/** `sourceId` absent: everything. */
export interface EraseRequest {
  readonly sourceId?: string;
  /** What was typed to confirm it. */
  readonly typed?: string;
}
