import type { RuleSet } from '../../core/rules/rule.ts';
import { parseFullstoryPrivacyV1, withPrivacyV1 } from '../../core/settings/fullstoryV1Wire.ts';
import { SettingsError } from '../../core/settings/settingsSource.ts';
import { WireError } from '../../core/settings/wireError.ts';
import type { Send } from './createSend.ts';
import { listElementRules } from './elementRules.ts';

/** Without the older read: the default mode, group overrides and targeting conditions are not known. */
const v1Gap = 'gap.default-mode';

/** Every rule of the org, with what only the older privacy read tells of them. @throws {SettingsError} */
export async function readRuleSet(send: Send): Promise<RuleSet> {
  const list = await listElementRules(send);
  const v1 = await readPrivacyV1(send);
  const set: RuleSet = v1 ? withPrivacyV1(list.rules, v1) : { rules: list.rules, groups: [], gaps: [v1Gap] };
  return { ...set, gaps: [...list.gaps, ...set.gaps] };
}

/** Undefined when this key may not read it, or when it is gone or unreadable: it is deprecated. */
async function readPrivacyV1(send: Send): Promise<ReturnType<typeof parseFullstoryPrivacyV1> | undefined> {
  try {
    const { json } = await send({ method: 'GET', path: '/settings/recording/v1/privacy' });
    return parseFullstoryPrivacyV1(json);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    if (error instanceof SettingsError && v1Refusals.has(error.status ?? 0)) return undefined;
    throw error;
  }
}

const v1Refusals = new Set([403, 404, 410]);
