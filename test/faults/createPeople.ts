// What people do in the panels of a browser, and what a colleague does past the extension. Every edit leaves a token of
// its own in the field it changes, so that the judge can follow it without knowing how the extension works.
import { isBuiltIn, type Rule, type RuleContent } from '../../core/rules/rule.ts';
import { chooseMerge, type MergeChoices } from '../../core/settings/chooseMerge.ts';
import type { DraftOperation } from '../../core/settings/draft.ts';
import { serializeFullstoryRule } from '../../core/settings/fullstoryWire.ts';
import { readMarker } from '../../core/settings/previewMarker.ts';
import type { PushConflict, PushMode } from '../../core/settings/pushPlan.ts';
import { ruleContentOf } from '../../core/settings/ruleContentOf.ts';
import { confirmAll } from '../unit/background/confirmAll.ts';
import { address, type Browser } from './createBrowser.ts';
import type { Dice } from './createDice.ts';
import type { FaultOrg } from './createFaultServer.ts';
import type { OwnAct, RunLog } from './runLog.ts';

export interface People {
  edit(browser: Browser): Promise<void>;
  push(browser: Browser, mode: PushMode): Promise<void>;
  undo(browser: Browser, type: 'undo' | 'redo' | 'discard'): Promise<void>;
  decide(browser: Browser): Promise<void>;
  colleague(): Promise<void>;
}

export interface PeopleDeps {
  readonly dice: Dice;
  readonly org: FaultOrg;
  readonly log: RunLog;
}

const tokenFields = ['name', 'description', 'selector', 'exceptions'] as const;
type TokenField = (typeof tokenFields)[number];

export function createPeople({ dice, org, log }: PeopleDeps): People {
  let tokens = 0;
  const newToken = () => {
    tokens += 1;
    return `tk${String(tokens).padStart(4, '0')}x`;
  };

  function note(browser: string, act: Omit<OwnAct, 'at' | 'browser'>): OwnAct {
    log.tick += 1;
    const noted = { ...act, at: log.tick, browser };
    log.acts.push(noted);
    return noted;
  }

  async function saved(act: OwnAct, work: Promise<unknown>): Promise<void> {
    await work;
    log.tick += 1;
    act.savedAt = log.tick;
  }

  function marked(content: RuleContent, field: TokenField, token: string): RuleContent {
    const shape = dice.pick<Partial<RuleContent>>([
      {},
      {},
      { action: dice.pick(['mask', 'exclude', 'unmask']) },
      { consent: !content.consent },
    ]);
    switch (field) {
      case 'name':
        return { ...content, ...shape, name: `Rule ${token}` };
      case 'description':
        return { ...content, ...shape, description: `Words ${token}` };
      case 'selector':
        return { ...content, ...shape, selector: `.${token}` };
      case 'exceptions':
        return { ...content, ...shape, exceptions: [...content.exceptions, `.${token}`] };
    }
  }

  function changed(content: RuleContent): { field: TokenField; token: string; content: RuleContent } {
    const [field, token] = [dice.pick(tokenFields), newToken()];
    return { field, token, content: marked(content, field, token) };
  }

  function newRule(token: string): RuleContent {
    const action = dice.pick(['mask', 'mask', 'exclude', 'unmask'] as const);
    const scope = dice.pick(['all', 'all', 'live', 'preview'] as const);
    return {
      name: token,
      selector: `.${token}`,
      exceptions: [],
      action,
      consent: false,
      scope,
      platforms: ['web'],
    };
  }

  async function edit(browser: Browser): Promise<void> {
    const service = await browser.service();
    const { ruleSet, draft } = await service.state();
    const own = ruleSet.rules.filter((rule) => !isBuiltIn(rule) && !readMarker(rule.description).marker);
    const drafted = draft.changes.filter((change) => change.kind === 'create');
    const kind = dice.pick(['create', 'update', 'update', 'update', 'update', 'delete'] as const);
    if (kind === 'create' || own.length + drafted.length === 0) {
      const token = newToken();
      const draftId = dice.uuid();
      const act = note(browser.name, { kind: 'create', token, field: 'name', ruleId: draftId });
      const operation = { kind: 'create', draftId, content: newRule(token) } as const;
      return saved(act, service.apply(operation));
    }
    const rule = dice.pick([
      ...own,
      ...drafted.flatMap(({ id, content }) => (content ? draftedRule(id, content) : [])),
    ]);
    const change = draft.changes.find((one) => one.id === rule.id);
    const base = change?.base ?? rule;
    if (kind === 'delete') {
      const act = note(browser.name, { kind: 'delete', ruleId: rule.id });
      return saved(act, service.apply({ kind: 'delete', ruleId: rule.id, base }));
    }
    const { field, token, content } = changed(change?.content ?? ruleContentOf(rule));
    const act = note(browser.name, { kind: 'edit', ruleId: rule.id, field, token });
    const seen = change?.content ?? ruleContentOf(rule);
    return saved(act, service.apply({ kind: 'update', ruleId: rule.id, base, content }, undefined, seen));
  }

  async function push(browser: Browser, mode: PushMode): Promise<void> {
    const service = await browser.service();
    let plan = await service.plan({ mode });
    const answers =
      mode === 'live' || mode === 'preview' ? plan.conflicts.flatMap((one) => answer(browser, one)) : [];
    if (answers.length > 0) {
      await service.importEdits(answers, {});
      plan = await service.plan({ mode });
    }
    if (plan.planned.length === 0) return;
    if (mode === 'withdraw') note(browser.name, { kind: 'withdraw' });
    log.confirmed.push({ browser: browser.name, plan, writesBefore: org.writes.length });
    const twice = dice.chance(0.15);
    const request = confirmAll(plan);
    await Promise.all([service.execute(request), ...(twice ? [service.execute(request)] : [])]);
  }

  /** A person looks at both sides and chooses. */
  function answer(browser: Browser, conflict: PushConflict): readonly DraftOperation[] {
    const { change, theirs } = conflict;
    const drop: DraftOperation = { kind: 'drop', id: change.id };
    const merge = chooseMerge(conflict, {});
    if (merge) {
      const choices: MergeChoices = Object.fromEntries(
        merge.rows.map(({ field }) => [field, dice.pick(['mine', 'theirs'] as const)]),
      );
      const chosen = chooseMerge(conflict, choices);
      note(browser.name, { kind: 'answer', ruleId: change.id });
      return chosen
        ? [{ kind: 'update', ruleId: change.id, base: merge.theirs, content: chosen.content }]
        : [];
    }
    note(browser.name, { kind: 'answer', ruleId: change.id });
    if (conflict.kind === 'deleted' && change.content && dice.chance(0.5)) {
      return [drop, { kind: 'create', draftId: dice.uuid(), content: change.content }];
    }
    const stillDeletes = change.kind === 'delete' && theirs?.id === change.id && dice.chance(0.5);
    return stillDeletes && theirs ? [{ kind: 'delete', ruleId: change.id, base: theirs }] : [drop];
  }

  async function colleague(): Promise<void> {
    const headers = { authorization: `Basic ${org.keys.colleague}`, 'content-type': 'application/json' };
    const ask = (method: string, path: string, more: Record<string, string> = {}, body?: RuleContent) =>
      org.answer(
        'colleague',
        new Request(`${address}/v2beta/privacy/elements${path}`, {
          method,
          headers: { ...headers, ...more },
          ...(body ? { body: JSON.stringify(serializeFullstoryRule(body)) } : {}),
        }),
      );
    const known = [...org.rules.values()].filter((rule) => rule.group_id === '0');
    // Trouble comes from two people at the same rule.
    const pushed = new Set(log.confirmed.at(-1)?.plan.planned.map(({ change }) => change.id));
    const shared = known.filter(({ id }) => pushed.has(id));
    const rule = dice.chance(0.1)
      ? undefined
      : dice.pick(shared.length > 0 && dice.chance(0.7) ? shared : known);
    if (!rule) {
      await ask('POST', '', { 'idempotency-key': dice.uuid() }, newRule(newToken()));
      return;
    }
    const based = typeof rule.etag === 'string' ? { 'if-match': rule.etag } : {};
    if (dice.chance(0.2)) {
      await ask('DELETE', `/${rule.id}`, based);
      return;
    }
    await ask('POST', `/${rule.id}`, based, changed(contentOfWire(rule)).content);
  }

  return {
    edit,
    push,
    colleague,
    async undo(browser, type) {
      note(browser.name, { kind: type === 'discard' ? 'discard' : 'undo' });
      await (await browser.service()).move(type);
    },
    async decide(browser) {
      const service = await browser.service();
      const open = (await service.state()).pushes.filter(({ finishedAt }) => finishedAt === undefined);
      const [push] = open;
      if (push) await service.decide({ pushId: push.id, decision: dice.pick(['go-on', 'take-back']) });
    },
  };
}

function draftedRule(id: string, content: RuleContent): readonly Rule[] {
  return [{ ...content, id, groupId: '0', editable: 'any' }];
}

function contentOfWire(rule: Readonly<Record<string, unknown>>): RuleContent {
  const { source, operation } = rule as {
    readonly source: { readonly selector: string; readonly exception_selectors?: readonly string[] };
    readonly operation: { readonly action: string; readonly consent: boolean };
  };
  const action =
    ({ MASK: 'mask', EXCLUDE: 'exclude', UNMASK: 'unmask' } as const)[operation.action] ?? 'mask';
  return {
    name: String(rule.name),
    description: String(rule.description ?? ''),
    selector: source.selector,
    exceptions: source.exception_selectors ?? [],
    action,
    consent: operation.consent,
    scope: 'all',
    platforms: ['web'],
  };
}
