import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packWeights, weightLevels } from '../../core/fields/packedWeights.ts';
import { projectRoot } from '../projectRoot.ts';
import { fieldData } from './fieldData.ts';
import { featuredPage } from './fieldRows.ts';
import { savedFields } from './savedFields.ts';
import { trainOn } from './trainOn.ts';

// `node scripts/leaks/trainFields.ts --data <folder>` makes core/fields/fieldModelText.ts from all labelled pages.
// `npm run bench:leaks` says how good a model made this way is on sites that it has not seen.

/** Weights beyond this are rare; they are kept at it. */
const widest = 3.6;
/** Weights below this are left out: they change nothing that can be measured, and what is not there packs well. */
const least = 0.06;

const folder = process.argv[process.argv.indexOf('--data') + 1] ?? '';
const pages = fieldData(folder);
if (!pages) throw new Error(`no labelled pages in ${folder}; docs/leaks.md says where they are from`);
const model = trainOn(pages.map((page) => featuredPage(page, savedFields(page.path, true))));
const scale = widest / weightLevels;
const packed = packWeights(
  model.weights.map((weight) => (Math.abs(weight) < least ? 0 : weight)),
  scale,
);
const file = `// Made by scripts/leaks/trainFields.ts; do not edit. Weights of hashed pieces of words, ${packed.length} of them, one character
// each: no text of the pages is in here. Learned from the labels of Firefox-AI/form-autofill data/training @5ee70e4
// (MPL-2.0), of duckduckgo/duckduckgo-autofill test-forms @af4a88b (Apache-2.0), and from Scrim's own word lists.

/** Read by fieldModel.ts. */
export const modelText = {
  scale: ${scale},
  weights:
    ${JSON.stringify(packed)},
};
`;
writeFileSync(join(projectRoot, 'core/fields/fieldModelText.ts'), file);
console.log(`${file.length} characters, ${gzipSync(file, { level: 9 }).length} bytes gzipped`);
