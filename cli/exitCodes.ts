/** Public: see docs/cli.md. Never 0 when something was not looked at. */
export const exitCodes = { ok: 0, leaks: 1, refused: 1, usage: 2, notInspected: 3 } as const;
