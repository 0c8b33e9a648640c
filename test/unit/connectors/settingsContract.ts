import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SendDeps } from '../../../connectors/fullstory/createSend.ts';
import { createFullstorySource } from '../../../connectors/fullstory.ts';
import { isBuiltIn, type Rule, type RuleContent } from '../../../core/rules/rule.ts';
import type { SettingsSource } from '../../../core/settings/settingsSource.ts';
import { localKeyId } from '../../../server/auditLog.ts';
import type { Database } from '../../../server/database.ts';
import { revokeKey } from '../../../server/keyStore.ts';
import { startTestServer, type TestServer } from '../server/testServer.ts';

export const sampleRule: RuleContent = {
  name: 'Phone',
  description: 'Account page',
  selector: '.phone',
  exceptions: ['.phone.public'],
  action: 'mask',
  consent: true,
  scope: 'preview',
  platforms: ['web', 'ios'],
};

/** What a connector and the server promise each other, over real HTTP, whatever the database is. */
export function describeSettingsContract(
  name: string,
  openDb: () => Promise<Database>,
  createSource: (deps: SendDeps) => SettingsSource = createFullstorySource,
): void {
  describe(name, () => {
    let server: TestServer;
    let database: Database;
    beforeAll(async () => {
      database = await openDb();
      // Here and not in the first test: the embedded database takes its time, and more on a busy machine.
      await database.open();
      server = await startTestServer(database);
    });
    afterAll(() => server.close());

    const source = (key: string): SettingsSource =>
      createSource({ fetch, baseUrl: server.url, getKey: () => key });
    const numbered = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...sampleRule, name: `Rule ${at}`, selector: `.r${at}` }));

    it('tells who a key belongs to, and whether it may write', async () => {
      const org = await server.seed();
      expect(await source(org.admin).identify()).toMatchObject({
        orgId: org.orgId,
        email: org.keys[0]?.email,
        role: 'ADMIN',
        canWrite: true,
      });
      expect(await source(org.user).identify()).toMatchObject({ role: 'USER', canWrite: false });
    });

    it('reads all pages of a long list, in order and once each', async () => {
      const org = await server.seed({ rules: numbered(45) });
      const { rules, gaps } = await source(org.architect).read();
      const custom = rules.filter((rule) => !isBuiltIn(rule));
      expect(custom.map((rule) => rule.selector)).toEqual(numbered(45).map((rule) => rule.selector));
      expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
      expect(gaps).toEqual([]);
    });

    it('tells the default mode, the Form Privacy group with its scope, and which rules are limited', async () => {
      const rules = [{ ...sampleRule, selector: '.limited', targetDomains: ['shop.example'] }, sampleRule];
      const plain = await source((await server.seed({ rules })).architect).read();
      expect(plain.privateByDefault).toBe(false);
      expect(plain.rules.find((rule) => rule.selector === '.limited')?.uncertain).toBe('doubt.targeting');
      expect(plain.rules.filter((rule) => rule.uncertain !== undefined)).toHaveLength(1);
      const [group] = plain.groups;
      expect(group).toMatchObject({ template: 'form-privacy' });
      expect(plain.rules.filter((rule) => rule.groupId === group?.id)).toHaveLength(6);

      const seed = { defaultPrivacyMode: 'PRIVACY_MODE_MASK', formPrivacyScope: 'NO_SESSIONS' };
      const closed = await source((await server.seed(seed)).architect).read();
      expect(closed.privateByDefault).toBe(true);
      expect(closed.groups[0]?.scopeOverride).toBe('none');
    });

    it('creates, reads, replaces and deletes a rule, and signs what it changes', async () => {
      const org = await server.seed();
      const admin = source(org.admin);
      const made = await admin.create(sampleRule, randomUUID());
      expect(made).toMatchObject({
        ...sampleRule,
        groupId: '0',
        editable: 'any',
        updatedBy: org.keys[0]?.email,
      });
      expect(await admin.readRule(made.id)).toEqual(made);

      server.pass(1_000);
      const { description: _, ...bare } = sampleRule;
      const changed = await admin.update(made.id, { ...bare, action: 'exclude', exceptions: [] });
      expect(changed).toMatchObject({ action: 'exclude', exceptions: [], createdAt: made.createdAt });
      expect(changed.description).toBeUndefined();
      expect(Date.parse(changed.updatedAt ?? '')).toBeGreaterThan(Date.parse(made.updatedAt ?? ''));

      await admin.remove(made.id);
      expect(await admin.readRule(made.id)).toBeNull();
      await expect(admin.remove(made.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(admin.update(made.id, sampleRule)).rejects.toMatchObject({ code: 'not-found' });
    });

    it('keeps every character of a rule', async () => {
      const admin = source((await server.seed()).admin);
      const odd = {
        ...sampleRule,
        name: '名前 "\'\\ 😀\n',
        selector: 'a[b="\\"c\\""] > ü::x',
        exceptions: ['🧵', '\\31 '],
      };
      expect(await admin.create(odd, randomUUID())).toMatchObject(odd);
    });

    it('lets a Standard key identify only, and an Architect key read only', async () => {
      const org = await server.seed();
      await expect(source(org.user).read()).rejects.toMatchObject({ code: 'role-too-low', status: 403 });
      const architect = source(org.architect);
      const { rules } = await architect.read();
      const [any] = rules as readonly [Rule];
      await expect(architect.create(sampleRule, randomUUID())).rejects.toMatchObject({
        code: 'role-too-low',
      });
      await expect(architect.update(any.id, any)).rejects.toMatchObject({ code: 'role-too-low' });
      await expect(architect.remove(any.id)).rejects.toMatchObject({ code: 'role-too-low' });
    });

    it('lets a built-in rule change as far as its editable word goes, and no further', async () => {
      const admin = source((await server.seed()).admin);
      const { rules } = await admin.read();
      const password = rules.find((rule) => rule.editable === 'description-only');
      const input = rules.find((rule) => rule.editable === 'description-scope-exceptions');
      if (!password || !input) throw new Error('the org has no built-in rules');

      expect(await admin.update(password.id, { ...password, description: 'ours' })).toMatchObject({
        description: 'ours',
      });
      for (const change of [
        { scope: 'none' },
        { exceptions: ['.x'] },
        { action: 'unmask' },
        { name: 'x' },
      ] as const) {
        await expect(admin.update(password.id, { ...password, ...change })).rejects.toMatchObject({
          code: 'read-only',
        });
      }
      expect(
        await admin.update(input.id, { ...input, exceptions: ['.search'], scope: 'live' }),
      ).toMatchObject({
        exceptions: ['.search'],
        scope: 'live',
        groupId: input.groupId,
      });
      for (const change of [{ selector: 'b' }, { consent: true }, { platforms: ['ios'] }] as const) {
        await expect(admin.update(input.id, { ...input, ...change })).rejects.toMatchObject({
          code: 'read-only',
        });
      }
      await expect(admin.remove(password.id)).rejects.toMatchObject({ code: 'read-only' });
      await expect(admin.remove(input.id)).rejects.toMatchObject({ code: 'read-only' });
    });

    it('answers a repeated create with the first rule, and refuses the key for another body', async () => {
      const admin = source((await server.seed()).admin);
      const key = randomUUID();
      const first = await admin.create(sampleRule, key);
      expect(await admin.create(sampleRule, key)).toEqual(first);
      await expect(admin.create({ ...sampleRule, name: 'Other' }, key)).rejects.toMatchObject({
        code: 'conflict',
      });
      const { rules } = await admin.read();
      expect(rules.filter((rule) => !isBuiltIn(rule))).toHaveLength(1);

      server.pass(25 * 60 * 60 * 1_000);
      expect((await admin.create(sampleRule, key)).id).not.toBe(first.id);
    });

    it('creates one rule when the same create comes in four times at once', async () => {
      const admin = source((await server.seed()).admin);
      const key = randomUUID();
      const made = await Promise.all([1, 2, 3, 4].map(() => admin.create(sampleRule, key)));
      expect(new Set(made.map((rule) => rule.id)).size).toBe(1);
    });

    it('refuses a wrong key and a revoked key', async () => {
      const emails = ['ada@acme.example', 'bea@acme.example'];
      const org = await server.seed({ keys: emails.map((email) => ({ role: 'ADMIN', email }) as const) });
      const [admin] = org.keys;
      if (!admin) throw new Error('no key');
      const last = admin.key.endsWith('A') ? 'B' : 'A';
      for (const wrong of ['nonsense', `${admin.key.slice(0, -1)}${last}`]) {
        await expect(source(wrong).identify()).rejects.toMatchObject({ code: 'key-refused', status: 401 });
      }
      await source(admin.key).identify();
      const by = { orgId: org.orgId, keyId: localKeyId, email: 'bea@acme.example', requestId: '' };
      await revokeKey(await database.open(), { ...by, at: new Date() }, admin.id);
      await expect(source(admin.key).identify()).rejects.toMatchObject({ code: 'key-refused' });
    });

    it('shows and gives an org nothing of another', async () => {
      const [ours, theirs] = [await server.seed({ rules: [sampleRule] }), await server.seed()];
      const { rules } = await source(ours.admin).read();
      const rule = rules.find((candidate) => !isBuiltIn(candidate));
      if (!rule) throw new Error('no rule');
      const stranger = source(theirs.admin);
      expect(await stranger.readRule(rule.id)).toBeNull();
      await expect(stranger.update(rule.id, rule)).rejects.toMatchObject({ code: 'not-found' });
      await expect(stranger.remove(rule.id)).rejects.toMatchObject({ code: 'not-found' });
      expect((await stranger.read()).rules.some((other) => other.selector === rule.selector)).toBe(false);
      expect(await source(ours.admin).readRule(rule.id)).toEqual(rule);
    });

    it('does not take an odd id for another address', async () => {
      const admin = source((await server.seed()).admin);
      expect(await admin.readRule('../../../me')).toBeNull();
      expect(await admin.readRule('a/b?c#d%')).toBeNull();
      await expect(admin.remove('..')).rejects.toMatchObject({ code: 'invalid' });
    });

    it('writes neither keys nor values nor queries into its log', async () => {
      const org = await server.seed();
      await source(org.admin).create({ ...sampleRule, name: 'Top secret name' }, randomUUID());
      await source(org.admin).read();
      const log = server.lines.join('\n');
      expect(log).toMatch(/method=POST route=\/v2beta\/privacy\/elements\S* status=200/);
      for (const secret of ['Top secret', 'page_token', ...org.keys.map((key) => key.key)]) {
        expect(log).not.toContain(secret);
      }
    });
  });
}
