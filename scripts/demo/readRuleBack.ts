import type { Connection } from './connectExtension.ts';
import { listServerRules, type ServerRule } from './listServerRules.ts';

/** Asks the server itself, past the extension: is the rule with this selector in the org's settings? */
export async function readRuleBack(
  connection: Connection,
  selector: string,
): Promise<ServerRule | undefined> {
  return (await listServerRules(connection)).find((rule) => rule.selector === selector);
}
