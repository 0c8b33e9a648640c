import { codeOf } from '../codeText.ts';
import { joined, maskInputOptions, planRrwebLists } from '../planRrwebLists.ts';
import { ownSelector } from '../selectorAlgebra.ts';
import type { TargetWriter } from '../targetWriter.ts';

/** `rrweb.record({...})` (rrweb@2.2.2). */
export const toRrweb: TargetWriter = {
  id: 'rrweb',
  write(model, notes) {
    const { block, maskText, maskInputs, ignore } = planRrwebLists(model, notes);
    if (model.attributes.length > 0)
      notes.refused('attributes', 'attributes-kept', { leaves: { part: 'attributes' } });
    const options = {
      ...(block.length > 0 && { blockSelector: joined(block) }),
      ...(maskText.length > 0 && { maskTextSelector: joined(maskText) }),
      ...(maskInputs.length > 0 && { maskInputOptions: maskInputOptions(maskInputs) }),
      ...(ignore.length > 0 && { ignoreSelector: joined(ignore.map(ownSelector)) }),
    };
    return {
      options,
      patches: [],
      code: `rrweb.record(${codeOf({ emit: { code: 'handleEvent' }, ...options })});\n`,
      language: 'javascript',
    };
  },
};
