/** A value whose visibility Scrim does not predict, and why. Each has its row in docs/profiles.md. */
export interface KnownDifference {
  readonly recorder: string;
  readonly where: string;
}

export const knownDifferences: readonly KnownDifference[] = [];
