import type { RuleSet } from '../rules/rule.ts';
import { serializeRuleFile } from '../settings/serializeRuleFile.ts';
import { quoted } from './codeText.ts';

/** A rule file as text: JSON, with every string safe to paste. */
export function ruleFileCode(ruleSet: RuleSet): string {
  const strings = /"(?:[^"\\]|\\.)*"/g;
  const text = JSON.stringify(serializeRuleFile(ruleSet), null, 2);
  return `${text.replace(strings, (found) => quoted(JSON.parse(found) as string))}\n`;
}
