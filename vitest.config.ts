import { configDefaults, defineConfig } from 'vitest/config';

/** A page, a panel, a database and a build share two cores: what is generous alone is normal here. */
const sharedTimeouts = { testTimeout: 60_000, hookTimeout: 120_000 };

/** Browsers are driven by one worker: two at once only make each other slow. */
const oneAtATime = { fileParallelism: false, maxWorkers: 1, ...sharedTimeouts };

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, '**/.output/**'],
    projects: [
      {
        // One worker for each of two cores: by itself vitest would leave one idle. Modules are loaded once a worker:
        // loading them for each of 185 files took 270 of 650 s of processor time.
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          maxWorkers: 2,
          isolate: false,
          ...sharedTimeouts,
        },
      },
      { test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'], testTimeout: 30_000 } },
      // Commands of their own (`scrimCommand.test.ts`) run two at a time.
      {
        test: { name: 'page', include: ['test/page/**/*.test.ts'], ...oneAtATime, maxConcurrency: 2 },
      },
      { test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'], ...oneAtATime } },
      {
        test: {
          name: 'ui',
          include: ['test/ui/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/ui/panelStates.test.ts'],
          globalSetup: ['test/ui/prepareHarness.ts'],
          ...oneAtATime,
        },
      },
      // Every screen in every state, apart: as many minutes as all else that is done in the panel.
      {
        test: {
          name: 'screens',
          include: ['test/ui/panelStates.test.ts'],
          globalSetup: ['test/ui/prepareHarness.ts'],
          ...oneAtATime,
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/prepareRun.ts'],
          ...oneAtATime,
        },
      },
    ],
  },
});
