import type { LeakSettings } from '../../core/leakSettings/leakSettings.ts';
import type { Translate } from '../../core/messages/translate.ts';
import { profileById } from '../../core/profiles/registry.ts';
import { savedSyntaxError } from '../../core/saved/savedSelector.ts';
import { serializeRuleFile } from '../../core/settings/serializeRuleFile.ts';
import { quoted } from '../../core/translate/codeText.ts';
import { sourceReaders, targetWriters } from '../../core/translate/registry.ts';
import { type Translation, translateRules } from '../../core/translate/translateRules.ts';
import type { TranslationNote } from '../../core/translate/translationNote.ts';
import type { CommandContext } from '../commandContext.ts';
import { exitCodes } from '../exitCodes.ts';
import { leakSettingsWords } from '../leakSettingsWords.ts';
import { loadOptions, loadRuleSet } from '../loadRuleSet.ts';
import type { Command } from '../parseCommand.ts';
import { checkOptions } from '../prepareScan.ts';
import { UsageError } from '../usageError.ts';

/** Version of the JSON that `scrim translate` prints; raised when a field changes its meaning. */
const formatVersion = 1;

type TranslateCommand = Extract<Command, { name: 'translate' }>;

/**
 * `scrim translate`: one recorder's rules as the configuration code of another, on standard output; what differs,
 * rule by rule, on standard error.
 *
 * @returns 1 when something was refused, else 0
 */
export async function translate(command: TranslateCommand, context: CommandContext): Promise<number> {
  const { from, to } = command;
  refuseUnknown('from', from, sourceReaders);
  refuseUnknown('to', to, targetWriters);
  const profile = profileById(from);
  if (!profile) throw new UsageError(`there is no profile "${from}"`);
  const options = await loadOptions(command.options, profile);
  checkOptions(profile, options);
  const { ruleSet, leakSettings } = await loadRuleSet(command.rules, profile, context.today());
  const { detectors, suppressions, problems } = leakSettings;
  if (to !== 'fullstory' && detectors.length + suppressions.length > 0)
    context.warn(context.t('cli.leakSettingsStay'));
  for (const problem of problems) context.warn(leakSettingsWords(problem, context.t));
  const translation = translateRules({ from, to, options, ruleSet, leakSettings, syntax: savedSyntaxError });
  const { notes, code } = translation;
  if (command.json) context.write(`${JSON.stringify(asJson(translation, leakSettings))}\n`);
  else {
    context.write(code);
    for (const note of notes) context.warn(lineOf(note, context.t));
  }
  return notes.some(({ kind }) => kind === 'refused') ? exitCodes.refused : exitCodes.ok;
}

function refuseUnknown(flag: string, id: string, known: readonly { readonly id: string }[]): void {
  if (known.some((one) => one.id === id)) return;
  throw new UsageError(`--${flag} cannot be "${id}"; it can be: ${known.map((one) => one.id).join(', ')}`);
}

function asJson(translation: Translation, leakSettings: LeakSettings): Record<string, unknown> {
  const { from, to, options, patches, ruleSet, code, notes } = translation;
  const rules = to === 'fullstory' && ruleSet ? { rules: serializeRuleFile(ruleSet, leakSettings) } : {};
  return { scrim: formatVersion, from, to, code, options, patches, ...rules, notes };
}

/** Names and selectors are somebody's text: nothing in them can steer a terminal. */
function lineOf({ kind, name, why, params }: TranslationNote, t: Translate): string {
  const words = t(`translate.${why}`, params).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
  return `${kind}: ${t.has(name) ? t(name) : quoted(name)}: ${words}`;
}
