import type { LeakSettings } from '../leakSettings/leakSettings.ts';
import type { RuleSet } from '../rules/rule.ts';
import { serializeRuleFile } from '../settings/serializeRuleFile.ts';
import { quoted } from './codeText.ts';

/** A rule file as text: JSON, with every string safe to paste. */
export function ruleFileCode(ruleSet: RuleSet, leakSettings?: LeakSettings): string {
  const strings = /"(?:[^"\\]|\\.)*"/g;
  const text = JSON.stringify(serializeRuleFile(ruleSet, leakSettings), null, 2);
  return `${text.replace(strings, (found) => quoted(JSON.parse(found) as string))}\n`;
}
