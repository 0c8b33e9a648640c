// Engines that are broken on purpose, each in one of the ways that would cost somebody's work. The judge has to catch all.
import type { Rule, RuleContent } from '../../core/rules/rule.ts';
import { SettingsError, type SettingsSource } from '../../core/settings/settingsSource.ts';

type Spoil = (source: SettingsSource) => SettingsSource;

/** What the engine reads just before a write is what the plan was made of, whatever became of the rule since. */
export function withoutBaseCompare(): Spoil {
  // Shared by all sources: a push opens another one than its plan.
  const planned = new Map<string, Rule>();
  return (source) => ({
    ...source,
    async read() {
      const set = await source.read();
      for (const rule of set.rules) planned.set(rule.id, rule);
      return set;
    },
    readRule: async (id) => {
      const known = planned.get(id);
      planned.delete(id);
      return known ?? (await source.readRule(id));
    },
    update: async (id, content) => source.update(id, content, (await source.readRule(id)) ?? undefined),
    remove: async (id) => source.remove(id, (await source.readRule(id)) ?? undefined),
  });
}

/** A create is sent again without its key, and nobody looks whether the first one arrived. */
export function repeatingBlindly(): Spoil {
  return (source) => ({
    ...source,
    async read() {
      const set = await source.read();
      return { ...set, rules: set.rules.filter((rule) => !rule.name.startsWith('tk')) };
    },
    create: (content) => source.create(content, crypto.randomUUID()),
  });
}

/** A write counts as done once it was sent: what the source answers, and what it reads back, is not looked at. */
export function withoutReadBack(): Spoil {
  return (source) => assuming(source);
}

function assuming(source: SettingsSource): SettingsSource {
  const assumed = new Map<string, RuleContent | null>();
  const swallow = async <T>(work: Promise<T>, instead: T): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (error instanceof SettingsError) return instead;
      throw error;
    }
  };
  return {
    ...source,
    async readRule(id) {
      const content = assumed.get(id);
      if (content === undefined) return source.readRule(id);
      assumed.delete(id);
      return content && { ...content, id, groupId: '0', editable: 'any' };
    },
    async create(content, key) {
      const made: Rule = { ...content, id: `assumed-${key}`, groupId: '0', editable: 'any' };
      const created = await swallow(source.create(content, key), made);
      assumed.set(created.id, content);
      return created;
    },
    async update(id, content, expected) {
      const made: Rule = { ...content, id, groupId: '0', editable: 'any' };
      const updated = await swallow(source.update(id, content, expected), made);
      assumed.set(id, content);
      return updated;
    },
    async remove(id, expected) {
      await swallow(source.remove(id, expected), undefined);
      assumed.set(id, null);
    },
  };
}
