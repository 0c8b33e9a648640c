import { captureChannels, uninspectedKinds } from '../capture/captureRecord.ts';
import { fieldClasses } from '../fields/fieldClasses.ts';
import { exampleClicks, fillLimits, maxCompared, type PageToPanel } from '../protocol.ts';
import { ruleProblemKinds } from '../rules/activeRule.ts';
import { rootKinds } from '../saved/pageSnapshot.ts';
import { longestName, mostNames, pageNameKinds } from '../selectors/pageName.ts';
import {
  atMost,
  type Check,
  isBoolean,
  isNumber,
  isString,
  listOf,
  nullable,
  oneOf,
  optional,
  shape,
  tuple,
} from './messageShapes.ts';
import { purpose, sketch, treatment } from './sharedShapes.ts';

const namedValue: Check = (value) => Array.isArray(value) && value.length === 2 && value.every(isString);
const outlinedTag = shape({ tag: isString, attributes: listOf(namedValue) });
const node = shape({
  id: isNumber,
  parent: isNumber,
  step: isString,
  decision: isNumber,
  textsBefore: optional(isNumber),
});
const channel = oneOf(...captureChannels);
const record = shape({
  node: isNumber,
  part: isNumber,
  channel,
  stream: oneOf('replay', 'telemetry'),
  name: optional(isString),
  moment: oneOf('snapshot', 'mutation'),
  treatment,
  output: nullable(isString),
  decision: isNumber,
  policy: optional(isString),
});
const field = shape({
  node: isNumber,
  tag: isString,
  type: isString,
  attributes: (value) => shape({})(value) && Object.values(value as object).every(isString),
  labels: listOf(shape({ kind: isString, text: isString })),
  options: listOf(isString),
  optionCount: optional(isNumber),
  lang: isString,
  form: isNumber,
  maxLength: isNumber,
  hints: optional((value) => shape({})(value) && Object.values(value as object).every(isString)),
});
const decision = shape({
  possible: isNumber,
  winner: isNumber,
  losers: listOf(isNumber),
  node: isNumber,
  doubts: listOf(isString),
});
const activeRule = shape({
  id: isString,
  name: isString,
  selector: isString,
  exceptions: listOf(isString),
  action: oneOf('exclude', 'mask', 'unmask', 'unspecified'),
  origin: oneOf('built-in', 'custom'),
  certain: isBoolean,
  list: optional(isString),
  doubt: optional(isString),
});
const uninspected = shape({
  kind: oneOf(...uninspectedKinds),
  path: isString,
  node: optional(isNumber),
  origin: optional(isString),
  reason: isString,
  detail: optional(isString),
});
const problem = shape({
  rule: isNumber,
  ruleId: isString,
  kind: oneOf(...ruleProblemKinds),
  list: optional(isString),
  selector: isString,
  detail: isString,
  relaxed: optional(isString),
});
const scanHead = shape({ profile: isString, url: isString, lang: isString });
const scanPart = shape({
  rules: optional(listOf(activeRule)),
  matchCounts: optional(listOf(isNumber)),
  problems: optional(listOf(problem)),
  decisions: optional(listOf(decision)),
  nodes: optional(listOf(node)),
  records: optional(listOf(record)),
  fields: optional(listOf(field)),
  uninspected: optional(listOf(uninspected)),
});
const target = shape({
  node: isNumber,
  label: isString,
  treatment,
  rule: isNumber,
  inherited: isBoolean,
  doubts: listOf(isString),
  click: optional(oneOf(...exampleClicks)),
});
const candidates = listOf(
  shape({
    selector: isString,
    count: isNumber,
    nodes: listOf(isNumber),
    stability: isNumber,
    notes: listOf(isString),
  }),
);

const examples = listOf(shape({ node: isNumber, label: isString }));
const examplesAnswer = shape({
  candidates,
  excepted: optional(shape({ selector: isString, exceptions: listOf(isString) })),
  closest: optional(shape({ selector: isString, missed: listOf(isNumber), wrong: listOf(isNumber) })),
});

const rawKinds: readonly Check[] = [
  shape({ root: oneOf(...rootKinds), quirks: optional(isBoolean) }),
  shape({
    tag: isString,
    ns: optional(oneOf('svg', 'other')),
    attributes: optional(listOf(tuple(2, 2))),
    control: optional(tuple(2, 3)),
    closed: optional(isBoolean),
    unread: optional(isString),
  }),
  shape({ kind: oneOf('text', 'comment'), text: isString }),
];
/** Exactly one of the three: a node that passes for two would be read as either. */
const rawNode: Check = (value) =>
  shape({ in: isNumber })(value) && rawKinds.filter((check) => check(value)).length === 1;
const difference = shape({ count: isNumber, lost: isNumber, gained: isNumber });
const isName: Check = (value) => typeof value === 'string' && value.length > 0 && value.length <= longestName;
const name = shape({ kind: oneOf(...pageNameKinds), name: isName, of: optional(isName), count: isNumber });
/** Tags and positions, as the page script writes them: nothing that says more. */
const isPath: Check = (value) =>
  typeof value === 'string' && value.length <= fillLimits.path && /^[\w >:()#.*[\]-]*$/.test(value);
const isTyped: Check = (value) => typeof value === 'string' && value.length <= fillLimits.value;
const isWord: Check = (value) => typeof value === 'string' && /^[a-z-]{1,40}$/.test(value);
const fieldClass = oneOf(...fieldClasses);
const plantedKind = oneOf(...fieldClasses, 'text');
const mostNamesInAll = Object.values(mostNames).reduce((sum, most) => sum + most, 0);

/** One for each message that a page may send to a panel; a message without one does not compile. */
export const pageToPanelShapes: Readonly<Record<keyof PageToPanel, Check>> = {
  'page/ready': shape({ url: isString, title: isString }),
  'page/route': shape({ url: isString }),
  'scan/progress': shape({ scanId: isNumber, elements: isNumber }),
  'scan/part': shape({ scanId: isNumber, part: scanPart }),
  'scan/done': shape({
    scanId: isNumber,
    purpose,
    head: scanHead,
    parts: isNumber,
    changedMeanwhile: isBoolean,
  }),
  'scan/failed': shape({ scanId: isNumber, reason: isString }),
  'recording/part': shape({ recordingId: isNumber, sequence: isNumber, part: scanPart }),
  'page/changed': shape({ mutations: isNumber }),
  'overlay/lost': shape({ reason: isString }),
  'preview/result': shape({
    requestId: isNumber,
    count: isNumber,
    nodes: listOf(isNumber),
    spared: listOf(isNumber),
    milliseconds: isNumber,
    problem: optional(
      shape({
        kind: oneOf('invalid-selector', 'invalid-exception', 'too-costly'),
        detail: isString,
        exception: optional(isNumber),
      }),
    ),
  }),
  'preview/compared': shape({ requestId: isNumber, results: atMost(maxCompared, nullable(difference)) }),
  'selectors/named': shape({
    requestId: isNumber,
    names: atMost(mostNamesInAll, name),
    isComplete: isBoolean,
  }),
  'picker/armed': shape({ armed: isBoolean, reason: optional(isString), seenByPage: isNumber }),
  'picker/hover': shape({ target: nullable(target) }),
  'picker/picked': shape({ target, candidates }),
  'examples/changed': shape({ included: examples, excluded: examples, answer: examplesAnswer }),
  'selectors/suggested': shape({ requestId: isNumber, candidates }),
  'source/outlined': shape({ requestId: isNumber, outline: listOf(outlinedTag) }),
  'sketch/result': shape({ requestId: isNumber, sketches: listOf(nullable(sketch)) }),
  'lookalikes/found': shape({ requestId: isNumber, nodes: listOf(isNumber) }),
  'replay/styles': shape({ requestId: isNumber, css: isString, last: isBoolean }),
  'form/filled': shape({
    requestId: isNumber,
    filled: atMost(fillLimits.fields, shape({ path: isPath, class: fieldClass })),
    skipped: atMost(fillLimits.fields, shape({ path: isPath, why: isWord })),
    planted: atMost(fillLimits.fields, shape({ kind: plantedKind, value: isTyped, path: optional(isPath) })),
  }),
  'form/failed': shape({ requestId: isNumber, reason: isString }),
  'snapshot/part': shape({ requestId: isNumber, nodes: listOf(rawNode) }),
  'snapshot/done': shape({
    requestId: isNumber,
    parts: isNumber,
    head: shape({ url: isString, lang: isString }),
  }),
  'snapshot/failed': shape({ requestId: isNumber, reason: oneOf('too-large', 'not-read') }),
};
