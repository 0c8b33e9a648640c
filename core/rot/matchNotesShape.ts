import * as v from 'valibot';
import { sketchLimits, textAmounts } from './elementSketch.ts';
import { memoryLimits } from './matchMemory.ts';

const text = v.pipe(v.string(), v.maxLength(sketchLimits.text * 2));
const tag = v.pipe(v.string(), v.maxLength(sketchLimits.text));

const names = {
  tag,
  marks: v.pipe(v.array(text), v.maxLength(sketchLimits.marks)),
  words: v.pipe(v.array(text), v.maxLength(sketchLimits.words)),
};
const named = v.strictObject(names);

/** A sketch as it may come from a page. */
export const sketchShape = v.strictObject({
  ...names,
  around: v.pipe(v.array(named), v.maxLength(sketchLimits.around)),
  inside: v.pipe(v.array(tag), v.maxLength(sketchLimits.inside)),
  before: v.exactOptional(named),
  after: v.exactOptional(named),
  position: v.number(),
  text: v.picklist(textAmounts),
});

/** Notes of one look at one page, as the panel sends them to be kept. */
export const matchNotesShape = v.pipe(
  v.array(
    v.strictObject({
      ruleId: v.pipe(v.string(), v.nonEmpty(), v.maxLength(256)),
      selector: v.pipe(v.string(), v.maxLength(65_536)),
      count: v.pipe(v.number(), v.integer(), v.minValue(1)),
      sketches: v.pipe(v.array(sketchShape), v.maxLength(memoryLimits.sketches)),
    }),
  ),
  v.maxLength(memoryLimits.rules),
);
