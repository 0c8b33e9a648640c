// The shape of every request to the background, checked on arrival. Content and keys outside these shapes never reach a
// handler; unknown properties are refused, not carried along.
import * as v from 'valibot';
import type { BackgroundRequestName, BackgroundRequests } from './protocol.ts';
import { matchNotesShape } from './rot/matchNotesShape.ts';
import { RuleAction, RuleEditable, RulePlatform, RuleScope } from './rules/rule.ts';
import { ruleLimits } from './settings/ruleLimits.ts';

/** No settings answer holds a longer string (wireGuards.ts): what was read must be sendable as a draft's base. */
const maxBaseText = 65_536;
const maxIdLength = 256;

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(maxIdLength));
const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const needed = (max: number) => v.pipe(text(max), v.regex(/\S/));
const oneOf = <const T extends string>(values: Readonly<Record<string, T>>) =>
  v.picklist(Object.values(values));

const shared = {
  consent: v.boolean(),
  scope: oneOf(RuleScope),
  platforms: v.pipe(v.array(oneOf(RulePlatform)), v.minLength(1), v.maxLength(3)),
};

/** What a person may write: within the limits of the settings API. */
const content = v.strictObject({
  ...shared,
  name: needed(ruleLimits.name),
  description: v.exactOptional(text(ruleLimits.description)),
  selector: needed(ruleLimits.selector),
  exceptions: v.pipe(v.array(needed(ruleLimits.selector)), v.maxLength(ruleLimits.exceptions)),
  action: v.picklist([RuleAction.exclude, RuleAction.mask, RuleAction.unmask]),
});

/** A rule as some settings source has it: whatever was read may be the base of an edit. */
const rule = v.strictObject({
  ...shared,
  id,
  name: text(maxBaseText),
  description: v.exactOptional(text(maxBaseText)),
  selector: text(maxBaseText),
  exceptions: v.pipe(v.array(text(maxBaseText)), v.maxLength(ruleLimits.exceptions)),
  action: oneOf(RuleAction),
  groupId: id,
  editable: oneOf(RuleEditable),
  createdAt: v.exactOptional(text(maxIdLength)),
  updatedAt: v.exactOptional(text(maxIdLength)),
  updatedBy: v.exactOptional(text(maxBaseText)),
  revision: v.exactOptional(text(maxIdLength)),
  uncertain: v.exactOptional(text(maxIdLength)),
});

/** An edit must be an edit of its own base. */
interface OnBase {
  readonly ruleId: string;
  readonly base: { readonly id: string };
}
const isOfBase = ({ ruleId, base }: OnBase) => ruleId === base.id;

const operation = v.union([
  v.strictObject({ kind: v.literal('create'), draftId: id, content }),
  v.pipe(
    v.strictObject({ kind: v.literal('update'), ruleId: id, base: rule, content }),
    v.check((edit) => isOfBase(edit)),
  ),
  v.pipe(
    v.strictObject({ kind: v.literal('delete'), ruleId: id, base: rule }),
    v.check((edit) => isOfBase(edit)),
  ),
  v.strictObject({ kind: v.literal('drop'), id }),
]);

/** As long as a person would read; lists of drafts are short. */
const maxDraftName = 80;
/** A patch that holds more was not made by hand. */
const maxImported = 1_000;

const draftName = needed(maxDraftName);
const ofDraft = { draft: v.exactOptional(id) };
const listRequest = v.union([
  v.strictObject({ kind: v.literal('create'), name: draftName, copyOf: v.exactOptional(id) }),
  v.strictObject({ kind: v.literal('rename'), draft: id, name: draftName }),
  v.strictObject({ kind: v.picklist(['select', 'remove', 'restore']), draft: id }),
]);

/** As it stands in the form, finished or not. */
const keptEdit = v.strictObject({
  id,
  base: v.exactOptional(rule),
  content: v.strictObject({
    ...shared,
    name: text(maxBaseText),
    description: v.exactOptional(text(maxBaseText)),
    selector: text(maxBaseText),
    exceptions: v.pipe(v.array(text(maxBaseText)), v.maxLength(ruleLimits.exceptions)),
    action: oneOf(RuleAction),
  }),
  ownName: v.boolean(),
});

/** Read entry by entry where it is applied (`changeLeakSettings`); the router bounds its size. */
const entry = v.record(text(100), v.unknown());
/** Read by `readMeasured`, which refuses whatever is odd; here only how much of it there may be. */
const maxMeasured = 50;
const measuredChange = v.union([
  v.strictObject({
    kind: v.literal('put'),
    entries: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(maxMeasured)),
  }),
  v.strictObject({ kind: v.literal('remove'), recorder: id }),
]);

const leakChange = v.union([
  v.strictObject({ kind: v.literal('put-detector'), entry, replaces: v.exactOptional(id) }),
  v.strictObject({ kind: v.literal('remove-detector'), name: id }),
  v.strictObject({ kind: v.literal('put-suppression'), entry }),
  v.strictObject({ kind: v.literal('remove-suppression'), id }),
]);

/** Tokens are the source's own; a longer one would not fit into an address. */
const maxPageToken = 2_048;
const withKey = { baseUrl: text(2_048), key: text(4_096), remember: v.exactOptional(v.boolean()) };
/** From the root of a repository: no way out of it, nothing hidden in it. */
const repositoryPath = v.pipe(
  v.string(),
  v.maxLength(1_024),
  v.regex(/^[^\\\p{Cc}]+$/u),
  v.check((path) => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')),
);
const connect = v.union([
  v.strictObject({ ...withKey, kind: v.exactOptional(v.picklist(['fullstory', 'scrim'])) }),
  v.strictObject({
    ...withKey,
    kind: v.literal('github'),
    repository: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/)),
    branch: v.exactOptional(needed(255)),
    path: repositoryPath,
    exports: v.exactOptional(
      v.pipe(v.array(v.strictObject({ recorder: id, path: repositoryPath })), v.maxLength(20)),
    ),
  }),
]);

/** `https://shop.example.com`: nothing after the host. */
const webOrigin = v.pipe(v.string(), v.regex(/^https?:\/\/[a-z0-9.:[\]_-]{1,260}$/));

/** Names of rules as a person typed them. */
const typed = v.record(text(maxIdLength), text(maxBaseText));
/** What of a weakening was on the screen. */
const effects = v.record(text(maxIdLength), v.picklist(['shown', 'unknown']));
const execute = v.strictObject({ planId: id, typed, effects });

const nothing = v.strictObject({});

type Guards = {
  readonly [K in BackgroundRequestName]: v.GenericSchema<unknown, BackgroundRequests[K]['request']>;
};

/** One schema per request; a request without one does not compile. `v.safeParse` them. */
export const backgroundGuards: Guards = {
  'settings/state': nothing,
  'settings/refresh': nothing,
  'settings/connect': connect,
  'settings/disconnect': nothing,
  'connections/list': nothing,
  'connections/test': nothing,
  'connections/default': v.strictObject({ id }),
  'connections/choose': v.strictObject({ site: webOrigin, id: v.nullable(id) }),
  'keys/change': v.strictObject({
    change: v.picklist(['remember', 'forget', 'lock', 'unlock', 'forget-all']),
  }),
  'data/read': nothing,
  'data/erase': v.strictObject({
    sourceId: v.exactOptional(text(2_048)),
    typed: v.exactOptional(text(2_048)),
  }),
  'draft/apply': v.strictObject({ ...ofDraft, operation, seen: v.exactOptional(content) }),
  'draft/undo': v.strictObject(ofDraft),
  'draft/redo': v.strictObject(ofDraft),
  'draft/discard': v.strictObject(ofDraft),
  'draft/import': v.strictObject({
    ...ofDraft,
    operations: v.pipe(v.array(operation), v.minLength(1), v.maxLength(maxImported)),
    name: v.exactOptional(draftName),
  }),
  'drafts/change': v.strictObject({ change: listRequest }),
  'edit/keep': v.strictObject({ edit: keptEdit }),
  'edit/forget': v.strictObject({ id }),
  'matches/read': nothing,
  'matches/note': v.strictObject({ page: text(2_048), notes: matchNotesShape }),
  'measured/change': v.strictObject({ change: measuredChange }),
  'leaks/change': v.strictObject({ change: leakChange }),
  'history/read': v.strictObject({ page: v.exactOptional(text(maxPageToken)) }),
  'recording/read': nothing,
  'push/plan': v.strictObject({
    mode: v.picklist(['live', 'preview', 'promote', 'withdraw']),
    pageOrgId: v.exactOptional(id),
    site: v.exactOptional(webOrigin),
  }),
  'push/execute': execute,
  'push/decide': v.strictObject({ pushId: id, decision: v.picklist(['go-on', 'take-back']) }),
  'proposals/list': v.strictObject({ fresh: v.boolean() }),
  'proposal/submit': execute,
  'proposal/withdraw': v.strictObject({ key: v.pipe(v.string(), v.uuid()) }),
  'proposal/decide': v.strictObject({ id, decision: v.picklist(['approve', 'decline']), typed }),
};
