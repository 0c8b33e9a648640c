import { maxCompared, type PanelToPage } from '../protocol.ts';
import {
  atMost,
  type Check,
  isAnything,
  isBoolean,
  isNumber,
  isString,
  listOf,
  oneOf,
  optional,
  shape,
} from './messageShapes.ts';
import { empty, purpose, sketch } from './sharedShapes.ts';

const ruleSet = shape({
  rules: listOf(shape({ id: isString, selector: isString })),
  groups: listOf(isAnything),
  gaps: listOf(isString),
  measured: optional(listOf(shape({ recorder: isString, date: isString, cells: listOf(isAnything) }))),
});

const written = shape({ selector: isString, exceptions: listOf(isString) });

/** One for each message that a panel may send to a page; a message without one does not compile. */
export const panelToPageShapes: Readonly<Record<keyof PanelToPage, Check>> = {
  'scan/start': shape({
    scanId: isNumber,
    purpose,
    profile: isString,
    options: isAnything,
    ruleSet,
    record: isBoolean,
  }),
  'scan/cancel': shape({ scanId: isNumber }),
  'watch/set': shape({ on: isBoolean }),
  'overlay/show': shape({ on: isBoolean, purpose }),
  'overlay/leaks': shape({ nodes: listOf(isNumber) }),
  'overlay/flash': shape({ node: isNumber }),
  'preview/match': shape({ requestId: isNumber, selector: isString, exceptions: listOf(isString) }),
  'preview/clear': empty,
  'picker/arm': shape({ forExamples: isBoolean }),
  'preview/compare': shape({ requestId: isNumber, before: written, after: atMost(maxCompared, written) }),
  'selectors/names': shape({ requestId: isNumber }),
  'picker/disarm': empty,
  'picker/step': shape({ to: oneOf('parent', 'child', 'previous', 'next', 'next-match') }),
  'picker/choose': empty,
  'examples/set': shape({ included: listOf(isNumber), excluded: listOf(isNumber) }),
  'selectors/suggest': shape({ requestId: isNumber, node: isNumber }),
  'source/outline': shape({ requestId: isNumber, node: isNumber }),
  'sketch/read': shape({ requestId: isNumber, nodes: listOf(isNumber) }),
  'lookalikes/find': shape({ requestId: isNumber, count: isNumber, sketches: listOf(sketch) }),
  'replay/styles': shape({ requestId: isNumber }),
  'form/fill': shape({ requestId: isNumber, seed: isNumber, locale: isString }),
  'snapshot/take': shape({ requestId: isNumber }),
};
