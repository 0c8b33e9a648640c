import { ApiError } from './apiError.ts';
import { noSuchRule, peekRule, replaceRule, reviveRule } from './elementRuleStore.ts';
import type { OrgWrite } from './orgWrite.ts';
import { checkExpected, type Expected } from './precondition.ts';
import { findVersion } from './ruleVersionStore.ts';
import type { ElementRuleRow } from './schema.ts';

/**
 * Puts a rule back as it was at one of its revisions, as a new version; a deleted rule comes back under its id.
 *
 * @throws {ApiError} what `replaceRule` throws; 404 for a revision the rule never had; 400 for its deletion
 */
export async function restoreRule(
  write: OrgWrite,
  id: string,
  to: { readonly revision: number; readonly expected: Expected },
): Promise<ElementRuleRow> {
  const { tx, org } = write;
  const version = await findVersion(tx, org.id, id, to.revision);
  if (!version) throw noSuchRule();
  const { content: state, createdAt } = version;
  if (state === null) {
    throw new ApiError(400, 'not_restorable', 'At that revision the rule was deleted: delete it instead.');
  }
  if (await peekRule(tx, org.id, id)) {
    const { editable: _editable, groupId: _groupId, targetDomains: _domains, ...content } = state;
    return await replaceRule(write, id, { content, expected: to.expected, restored: state });
  }
  // Whoever names a state of a rule that is gone looks at something that is not there any more.
  checkExpected(to.expected, undefined, org.requiresRevision);
  return await reviveRule(write, id, { state, createdAt });
}
