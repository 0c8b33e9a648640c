import { buildHarness } from './buildHarness.ts';

/** The harness is built once before the files of a project: by each of them it took 4 s more. */
export default async function prepareHarness(): Promise<void> {
  await buildHarness();
}
