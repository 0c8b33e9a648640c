// `npm run build [-- chrome|firefox|page-script|package ...]`: what is shipped, into .output/ and dist/.
import { buildExtension } from './buildExtension.ts';
import { buildPackage } from './buildPackage.ts';
import { buildPageScript } from './buildPageScript.ts';

const builds: Readonly<Record<string, () => Promise<string>>> = {
  package: buildPackage,
  chrome: () => buildExtension('chrome'),
  firefox: () => buildExtension('firefox'),
  'page-script': buildPageScript,
};

async function main(names: readonly string[]): Promise<number> {
  for (const name of names.length > 0 ? names : Object.keys(builds)) {
    const build = builds[name];
    if (!build) {
      console.error(`There is no build called ${name}. There are: ${Object.keys(builds).join(', ')}.`);
      return 2;
    }
    try {
      console.log(`${name}: ${await build()}`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    }
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
