// Over 250 lines: one list of what the connector and Scrim's own server promise each other.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScrimServerSource } from '../../../connectors/scrimServer.ts';
import { isBuiltIn, type Rule } from '../../../core/rules/rule.ts';
import type { ProposalDraft, ProposalSource } from '../../../core/settings/proposal.ts';
import type { RuleHistory } from '../../../core/settings/ruleHistory.ts';
import type { ApprovalNeeded, SettingsSource } from '../../../core/settings/settingsSource.ts';
import { openDatabase } from '../../../server/openDatabase.ts';
import { createApiClient } from '../server/apiClient.ts';
import { startTestServer, type TestServer } from '../server/testServer.ts';
import { describeSettingsContract, sampleRule } from './settingsContract.ts';

const openMemory = () => openDatabase({ now: () => new Date(), log: () => undefined });

describeSettingsContract(
  "the connector for Scrim's server, on the embedded database",
  async () => openMemory(),
  createScrimServerSource,
);

const ann = 'ann@acme.example';
const bob = 'bob@acme.example';

let server: TestServer;
beforeAll(async () => {
  const database = openMemory();
  await database.open();
  server = await startTestServer(database);
});
afterAll(() => server.close());

interface Org {
  readonly ann: SettingsSource;
  readonly bob: SettingsSource;
  readonly architect: SettingsSource;
  readonly key: string;
}

async function org(approval: ApprovalNeeded = 'none', rules = [sampleRule]): Promise<Org> {
  const keys = [
    { role: 'ADMIN', email: ann },
    { role: 'ADMIN', email: bob },
    { role: 'ARCHITECT', email: 'archie@acme.example' },
  ] as const;
  const made = await server.seed({ keys, approval, rules, requiresRevision: true });
  const source = (at: number) =>
    createScrimServerSource({ fetch, baseUrl: server.url, getKey: () => made.keys[at]?.key ?? '' });
  return { ann: source(0), bob: source(1), architect: source(2), key: made.keys[0]?.key ?? '' };
}

async function firstRule(source: SettingsSource): Promise<Rule> {
  const rule = (await source.read()).rules.find((one) => !isBuiltIn(one));
  if (!rule) throw new Error('no rule');
  return rule;
}

function proposalsOf({
  proposals,
}: SettingsSource): ProposalSource & Required<Pick<ProposalSource, 'decide'>> {
  if (!proposals?.decide) throw new Error('no proposals');
  return { ...proposals, decide: proposals.decide };
}

function draft(changes: ProposalDraft['changes']): ProposalDraft {
  return { key: randomUUID(), title: 'Phones', description: '- hides less', changes };
}

const change = (before: Rule | null, after: ProposalDraft['changes'][number]['after']) => ({
  changeId: before?.id ?? randomUUID(),
  before,
  after,
});

describe('revisions', () => {
  it('come with every rule, from the list, by itself and after a write', async () => {
    const { ann: source } = await org();
    const rule = await firstRule(source);
    expect(rule.revision).toMatch(/^"1-/);
    expect((await source.readRule(rule.id))?.revision).toBe(rule.revision);
    const changed = await source.update(rule.id, { ...sampleRule, name: 'B' }, rule);
    expect(changed.revision).toMatch(/^"2-/);
    expect((await source.create(sampleRule, randomUUID())).revision).toMatch(/^"1-/);
  });

  it('keep a write from going over a colleague', async () => {
    const { ann: source, bob: other } = await org();
    const rule = await firstRule(source);
    await other.update(rule.id, { ...sampleRule, name: 'Of Bob' }, rule);
    const late = { code: 'conflict', status: 412 };
    await expect(source.update(rule.id, { ...sampleRule, name: 'Of Ann' }, rule)).rejects.toMatchObject(late);
    await expect(source.remove(rule.id, rule)).rejects.toMatchObject(late);
    expect(await source.readRule(rule.id)).toMatchObject({ name: 'Of Bob' });
  });

  it('are asked for where the org wants them', async () => {
    const { ann: source } = await org();
    const rule = await firstRule(source);
    const missing = { code: 'revision-missing', status: 428 };
    await expect(source.update(rule.id, sampleRule)).rejects.toMatchObject(missing);
    const { revision: _, ...bare } = rule;
    await expect(source.remove(rule.id, bare)).rejects.toMatchObject(missing);
  });
});

describe('the history', () => {
  it('tells what the rules were, who changed them and when, newest first', async () => {
    const { ann: source, bob: other } = await org();
    const rule = await firstRule(source);
    const changed = await other.update(rule.id, { ...sampleRule, name: 'B', exceptions: ['.x'] }, rule);
    await source.remove(rule.id, changed);
    const { versions, next } = await (source.history as RuleHistory).read();
    expect(next).toBeUndefined();
    expect(versions.map(({ by }) => by)).toEqual([ann, bob, ann]);
    const custom = versions.map(({ ruleSet }) => ruleSet.rules.filter((one) => one.groupId === '0'));
    const found = custom.map((rules) => rules.find((one) => one.selector === sampleRule.selector));
    expect(found[0]).toBeUndefined();
    expect(found[1]).toMatchObject({ name: 'B', exceptions: ['.x'] });
    expect(found[2]).toMatchObject({ name: sampleRule.name, action: sampleRule.action });
    expect(versions.map(({ at }) => at)).toEqual(
      versions
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('goes on from page to page, without a hole and without saying anything twice', async () => {
    const { ann: source } = await org();
    let rule = await firstRule(source);
    for (let at = 0; at < 24; at++)
      rule = await source.update(rule.id, { ...sampleRule, name: `N${at}` }, rule);
    const history = source.history as RuleHistory;
    const first = await history.read();
    expect(first.versions).toHaveLength(20);
    const rest = await history.read(first.next);
    const names = [...first.versions, ...rest.versions].map(
      ({ ruleSet }) => ruleSet.rules.find((one) => one.selector === sampleRule.selector)?.name,
    );
    expect(names).toEqual([...Array.from({ length: 24 }, (_, at) => `N${23 - at}`), sampleRule.name]);
    expect(rest.next).toBeUndefined();
  });
});

describe('an org that wants a second person', () => {
  const live = { ...sampleRule, scope: 'all' } as const;

  it('says so, and takes only what its policy lets one person do', async () => {
    const { ann: source } = await org('reveals', [live]);
    expect((await source.identify()).approval).toBe('reveals');
    const rule = await firstRule(source);
    const needed = { code: 'approval-needed', status: 403 };
    await expect(source.update(rule.id, { ...live, action: 'unmask' }, rule)).rejects.toMatchObject(needed);
    await expect(source.update(rule.id, { ...live, scope: 'preview' }, rule)).rejects.toMatchObject(needed);
    await expect(source.remove(rule.id, rule)).rejects.toMatchObject(needed);
    await expect(source.create({ ...live, action: 'unmask' }, randomUUID())).rejects.toMatchObject(needed);
    expect(await source.readRule(rule.id)).toEqual(rule);
    const stronger = await source.update(rule.id, { ...live, action: 'exclude' }, rule);
    expect(stronger.action).toBe('exclude');
    await source.create({ ...live, selector: '.new' }, randomUUID());
  });

  it.each([
    ['live', 'a rule for live visitors', live, 'approval-needed'],
    ['live', 'a rule on trial', { ...live, scope: 'preview' } as const, 'made'],
    ['all', 'a rule on trial', { ...live, scope: 'preview' } as const, 'approval-needed'],
    ['reveals', 'a rule for live visitors', live, 'made'],
  ] as const)('under "%s", for %s: %s', async (approval, _what, content, outcome) => {
    const { ann: source } = await org(approval);
    const made = await source.create(content, randomUUID()).then(
      () => 'made',
      (error: { code: string }) => error.code,
    );
    expect(made).toBe(outcome);
  });

  it('lets an Architect propose and another Admin approve, all of it at once', async () => {
    const { architect, bob: approver, ann: reader } = await org('all', [live]);
    const rule = await firstRule(architect);
    const shown = draft([
      change(rule, { ...live, action: 'unmask' }),
      change(null, { ...live, selector: '.n' }),
    ]);
    const proposals = proposalsOf(architect);
    const opened = await proposals.submit(shown);
    expect(opened).toMatchObject({ state: 'open', title: 'Phones', openedBy: 'archie@acme.example' });
    expect(opened.blockedBy).toBeUndefined();
    expect(await firstRule(reader)).toEqual(rule);
    expect(await proposals.submit(shown)).toEqual(opened);
    expect(await proposals.find(shown.key)).toEqual(opened);
    expect(await proposals.find(randomUUID())).toBeNull();
    expect(await proposals.listOpen()).toEqual([opened]);
    await expect(proposals.decide(opened.id, 'approve')).rejects.toMatchObject({ code: 'role-too-low' });
    const merged = await proposalsOf(approver).decide(opened.id, 'approve');
    expect(merged).toMatchObject({ state: 'merged', decidedBy: bob });
    const { rules } = await reader.read();
    expect(rules.find(({ id }) => id === rule.id)).toMatchObject({ action: 'unmask', updatedBy: bob });
    expect(rules.filter(({ selector }) => selector === '.n')).toHaveLength(1);
    expect(await proposals.listOpen()).toEqual([]);
    expect(await proposals.submit(shown)).toMatchObject({ id: opened.id, state: 'merged' });
  });

  it('lets nobody decide on their own proposal, whichever key they use', async () => {
    const { ann: source, bob: other, key } = await org('all');
    const rule = await firstRule(source);
    const opened = await proposalsOf(source).submit(draft([change(rule, null)]));
    for (const decision of ['approve', 'decline'] as const) {
      await expect(proposalsOf(source).decide(opened.id, decision)).rejects.toMatchObject({ status: 403 });
    }
    await expect(proposalsOf(other).withdraw(opened.id)).rejects.toMatchObject({ status: 403 });
    expect(await proposalsOf(source).withdraw(opened.id)).toMatchObject({
      state: 'declined',
      decidedBy: ann,
    });
    await expect(proposalsOf(other).decide(opened.id, 'approve')).rejects.toMatchObject({ code: 'conflict' });
    expect(await firstRule(source)).toEqual(rule);
    const { json } = await createApiClient(server.url, key).get(`/v1/proposals/${opened.id}`);
    expect(json.state).toBe('withdrawn');
  });

  it('keeps a proposal open when its rules moved, writes nothing of it, and says what moved', async () => {
    const two = [live, { ...live, selector: '.b', name: 'Second' }];
    const { ann: source, bob: other, architect } = await org('reveals', two);
    const { rules } = await source.read();
    const [first, second] = rules.filter((one) => !isBuiltIn(one)) as [Rule, Rule];
    const weaker = (rule: Rule) => change(rule, { ...rule, action: 'unmask' as const });
    const opened = await proposalsOf(architect).submit(draft([weaker(first), weaker(second)]));
    const moved = await source.update(second.id, { ...second, action: 'exclude' }, second);
    const blocked = await proposalsOf(other).decide(opened.id, 'approve');
    expect(blocked).toMatchObject({ state: 'open', blockedBy: 'Rule "Second" was changed since.' });
    expect(await source.readRule(first.id)).toEqual(first);
    expect(await source.readRule(second.id)).toEqual(moved);
    expect((await proposalsOf(architect).read(opened.id)).blockedBy).toBe(blocked.blockedBy);
    expect(await proposalsOf(other).decide(opened.id, 'decline')).toMatchObject({ state: 'declined' });
  });

  it('takes no proposal that is based on what is not there any more, or says nothing of it', async () => {
    const { ann: source, architect } = await org('reveals', [live]);
    const rule = await firstRule(source);
    await source.update(rule.id, { ...live, action: 'exclude' }, rule);
    const { submit } = proposalsOf(architect);
    await expect(submit(draft([change(rule, null)]))).rejects.toMatchObject({ code: 'conflict' });
    const { revision: _, ...bare } = rule;
    await expect(submit(draft([change(bare, null)]))).rejects.toMatchObject({ code: 'revision-missing' });
    const again = draft([change(null, live)]);
    await submit(again);
    await expect(submit({ ...again, title: 'Another' })).rejects.toMatchObject({ code: 'conflict' });
  });
});
