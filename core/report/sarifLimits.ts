/** What GitHub shows of a run; what is beyond is left out here, and said. */
export const sarifLimits = { results: 5_000, locations: 100, tags: 10 } as const;
