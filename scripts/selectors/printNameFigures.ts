import { looksGenerated } from '../../core/selectors/looksGenerated.ts';
import { authoredNames } from '../../test/bench/selectors/authoredNames.ts';
import { namesOfTools } from '../../test/bench/selectors/namesOfTools.ts';

const perTool = 2000;

/** How many names of each build tool are told from what people write, and how many of what people write are not. */
export function printNameFigures(): void {
  console.log('\nGenerated names, found');
  for (const [tool, names] of namesOfTools(perTool)) printShare(tool, names, names.filter(looksGenerated));
  console.log('\nNames that people chose, taken for generated');
  for (const [source, list] of Object.entries(authoredNames)) {
    const names = list.split(/\s+/);
    printShare(source, names, names.filter(looksGenerated));
  }
}

function printShare(what: string, of: readonly string[], some: readonly string[]): void {
  const share = ((some.length / of.length) * 100).toFixed(1);
  console.log(`  ${what.padEnd(32)}${String(of.length).padStart(6)}${share.padStart(8)} %`);
}
