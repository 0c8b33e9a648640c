/**
 * Shapes of messages, checked where they arrive. Small on purpose: the page's bundle carries it.
 *
 * A page-side script runs in a renderer that the page may have taken over, so what comes from it is checked
 * down to its leaves before anything of the panel reads it (security.md C1, compromised renderer).
 */
import { uninspectedKinds } from './capture/captureRecord.ts';
import {
  exampleClicks,
  type Message,
  maxChunkLength,
  type PageToPanel,
  type PanelToPage,
} from './protocol.ts';
import { textAmounts } from './rot/elementSketch.ts';
import { ruleProblemKinds } from './rules/activeRule.ts';
import { rootKinds } from './saved/pageSnapshot.ts';

type Check = (value: unknown) => boolean;

const isString: Check = (value) => typeof value === 'string' && value.length <= maxChunkLength;
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const isAnything: Check = () => true;

function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function nullable(check: Check): Check {
  return (value) => value === null || check(value);
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** A list of so many texts. */
function tuple(shortest: number, longest: number): Check {
  return (value) =>
    listOf(isString)(value) &&
    (value as unknown[]).length >= shortest &&
    (value as unknown[]).length <= longest;
}

function oneOf(...allowed: readonly string[]): Check {
  return (value) => typeof value === 'string' && allowed.includes(value);
}

function shape(checks: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(checks);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Record<string, unknown>;
    return entries.every(([name, check]) => check(Object.hasOwn(given, name) ? given[name] : undefined));
  };
}

const purpose = oneOf('current', 'draft', 'compare');
const treatment = oneOf('captured', 'masked', 'excluded', 'unknown');
const empty = shape({});

const sketchedNames = { tag: isString, marks: listOf(isString), words: listOf(isString) };
const sketch = shape({
  ...sketchedNames,
  around: listOf(shape(sketchedNames)),
  inside: listOf(isString),
  before: optional(shape(sketchedNames)),
  after: optional(shape(sketchedNames)),
  position: isNumber,
  text: oneOf(...textAmounts),
});

const ruleSet = shape({
  rules: listOf(shape({ id: isString, selector: isString })),
  groups: listOf(isAnything),
  gaps: listOf(isString),
});

const panelToPage: Readonly<Record<keyof PanelToPage, Check>> = {
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
  'picker/disarm': empty,
  'picker/step': shape({ to: oneOf('parent', 'child', 'previous', 'next', 'next-match') }),
  'picker/choose': empty,
  'examples/set': shape({ included: listOf(isNumber), excluded: listOf(isNumber) }),
  'selectors/suggest': shape({ requestId: isNumber, node: isNumber }),
  'source/outline': shape({ requestId: isNumber, node: isNumber }),
  'sketch/read': shape({ requestId: isNumber, nodes: listOf(isNumber) }),
  'lookalikes/find': shape({ requestId: isNumber, count: isNumber, sketches: listOf(sketch) }),
  'replay/styles': shape({ requestId: isNumber }),
  'snapshot/take': shape({ requestId: isNumber }),
};

const namedValue: Check = (value) => Array.isArray(value) && value.length === 2 && value.every(isString);
const outlinedTag = shape({ tag: isString, attributes: listOf(namedValue) });
const node = shape({
  id: isNumber,
  parent: isNumber,
  step: isString,
  decision: isNumber,
  textsBefore: optional(isNumber),
});
const channel = oneOf(
  'text',
  'value',
  'attribute',
  'comment',
  'title',
  'url',
  'meta',
  'jsonld',
  'style',
  'resource',
  'console',
  'interaction',
);
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

const pageToPanel: Readonly<Record<keyof PageToPanel, Check>> = {
  'page/ready': shape({ url: isString, title: isString }),
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
    problem: optional(
      shape({ kind: oneOf('invalid-selector', 'invalid-exception', 'too-costly'), detail: isString }),
    ),
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
  'snapshot/part': shape({ requestId: isNumber, nodes: listOf(rawNode) }),
  'snapshot/done': shape({
    requestId: isNumber,
    parts: isNumber,
    head: shape({ url: isString, lang: isString }),
  }),
  'snapshot/failed': shape({ requestId: isNumber, reason: oneOf('too-large', 'not-read') }),
};

export function isPanelToPage(message: unknown): message is Message<PanelToPage> {
  return isMessage(message, panelToPage);
}

export function isPageToPanel(message: unknown): message is Message<PageToPanel> {
  return isMessage(message, pageToPanel);
}

function isMessage(message: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (typeof message !== 'object' || message === null) return false;
  const { type, body } = message as { type?: unknown; body?: unknown };
  return typeof type === 'string' && Object.hasOwn(checks, type) && checks[type]?.(body) === true;
}
