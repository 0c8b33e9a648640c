import { parseFullstoryOptions } from '../../profiles/fullstory/options.ts';
import { isBuiltIn, type Rule, RuleAction, RuleScope } from '../../rules/rule.ts';
import { fieldKinds } from '../fieldKinds.ts';
import type { ModelRule, PrivacyModel } from '../privacyModel.ts';
import { createRuleReader, type RuleReader } from '../ruleReader.ts';
import type { SourceConfiguration, SourceReader } from '../sourceReader.ts';
import type { TranslationNotes } from '../translationNote.ts';

/** An org's element rules; the options say which session is meant. */
export const fromFullstory: SourceReader = {
  id: 'fullstory',
  read(source, notes): PrivacyModel {
    const options = parseFullstoryOptions(source.options);
    const isPrivate = options.privateByDefault ?? source.ruleSet.privateByDefault ?? false;
    const reader = createRuleReader(source, notes);
    const scopes = new Map(source.ruleSet.groups.map((group) => [group.id, group.scopeOverride]));
    for (const gap of source.ruleSet.gaps)
      notes.refused('rules', 'gap', { params: { gap }, leaves: { part: 'rules' } });
    const rules = source.ruleSet.rules.flatMap((rule) => {
      const scope = scopes.get(rule.groupId) ?? rule.scope;
      if (!rule.platforms.includes('web') || scope === RuleScope.none) {
        notes.approximate(rule, 'not-in-force');
        return [];
      }
      if (scope !== RuleScope.all && scope !== options.session) {
        notes.refused(rule, 'other-session');
        return [];
      }
      return ruleOf(rule, reader, source, notes);
    });
    return {
      from: 'fullstory',
      rules,
      resolve: 'nearest',
      text: isPrivate ? 'mask' : 'visible',
      fields: isPrivate ? fieldKinds : [],
      attributes: [],
      media: 'recorded',
      frames: 'recorded',
      // Masking across the border of a frame is not documented: nothing is promised there that could be lost.
      reach: {
        hosts: true,
        rootText: true,
        shadowRoots: true,
        frames: false,
        excludedFrames: true,
        inFrames: true,
        title: false,
        options: false,
        unmasked: [],
      },
    };
  },
};

function ruleOf(
  rule: Rule,
  reader: RuleReader,
  source: SourceConfiguration,
  notes: TranslationNotes,
): readonly ModelRule[] {
  const { id, name, action, consent } = rule;
  if (action === RuleAction.unspecified) {
    notes.refused(rule, 'unknown-action', { leaves: { part: 'rules', selector: rule.selector } });
    return [];
  }
  const isUnmask = action === RuleAction.unmask;
  const exceptions = rule.exceptions.filter((selector) => source.syntax(selector) === undefined);
  const isSure = exceptions.length === rule.exceptions.length && rule.uncertain === undefined;
  if (isUnmask && (!isSure || consent)) {
    // What is not shown is hidden: nothing is lost but sight. Of a convention nobody wrote nobody misses it.
    const why = consent ? 'unmask-consent' : 'unmask-uncertain';
    if (isBuiltIn(rule)) notes.approximate(rule, why);
    else notes.refused(rule, why);
    return [];
  }
  if (exceptions.length < rule.exceptions.length) notes.approximate(rule, 'invalid-exception');
  if (rule.uncertain !== undefined) notes.approximate(rule, 'uncertain');
  return reader.rule(id, rule.selector, action, {
    name,
    exceptions,
    untilConsent: consent,
    origin: isBuiltIn(rule) ? 'built-in' : 'site',
  });
}
