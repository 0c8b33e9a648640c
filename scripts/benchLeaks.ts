// `npm run bench:leaks -- --data <folder> [--only fields,texts,values,pages,seeded] [--errors <class>]`: how well leaks are found,
// on labelled data that is not part of the project (docs/leaks.md names its public sources), with peers beside.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCleanPages } from './leaks/benchCleanPages.ts';
import { benchFields } from './leaks/benchFields.ts';
import { benchSeeded } from './leaks/benchSeeded.ts';
import { benchTexts } from './leaks/benchTexts.ts';
import { benchValues } from './leaks/benchValues.ts';
import type { Finder } from './leaks/finder.ts';
import { ourFinder } from './leaks/ourFinder.ts';
import { peerFinders } from './leaks/peerFinders.ts';
import { projectRoot } from './projectRoot.ts';

interface PartOptions {
  readonly data: string;
  readonly finders: readonly Finder[];
  /** Prints what went wrong, in texts of this class; never of what is kept apart. */
  readonly errors: string | undefined;
}

interface Part {
  /** Without it the part has nothing to measure. */
  readonly needs: string;
  /** Whether other finders are measured beside ours. */
  readonly hasPeers: boolean;
  run(options: PartOptions): Promise<void> | void;
}

const parts: Readonly<Record<string, Part>> = {
  fields: { needs: 'forms-train', hasPeers: false, run: ({ data }) => benchFields(data) },
  texts: {
    needs: 'text',
    hasPeers: true,
    run: ({ data, finders, errors }) =>
      benchTexts({ data, finders, ...(errors === undefined ? {} : { showErrors: errors }) }),
  },
  values: { needs: 'values', hasPeers: true, run: (o) => benchValues(withErrors(o)) },
  pages: { needs: 'pages-clean', hasPeers: true, run: (o) => benchCleanPages(withErrors(o)) },
  seeded: { needs: 'pages-clean', hasPeers: false, run: ({ data }) => benchSeeded(data) },
};

function withErrors({ data, finders, errors }: PartOptions) {
  return { data, finders, showErrors: errors !== undefined };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, only: { type: 'string' }, errors: { type: 'string' } },
  });
  const data = resolve(values.data ?? join(projectRoot, '..', 'shared', 'data'));
  const wanted = values.only?.split(',') ?? Object.keys(parts);
  const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}`);
    return 2;
  }
  const chosen = wanted.flatMap((name) => (parts[name] ? [{ name, ...parts[name] }] : []));
  const missing = chosen.filter(({ needs }) => !existsSync(join(data, needs)));
  if (missing.length > 0) {
    console.error(
      `${data} has no ${missing.map(({ needs }) => needs).join(', ')}: give the folder with --data.`,
    );
    return 2;
  }
  const peers = chosen.some(({ hasPeers }) => hasPeers) ? await peerFinders() : [];
  for (const { name, run } of chosen) {
    console.log(`\n== ${name}`);
    await run({ data, finders: [ourFinder, ...peers], errors: values.errors });
  }
  return 0;
}

process.exitCode = await main();
