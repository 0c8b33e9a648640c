import type { Translate } from '../../core/messages/translate.ts';
import type { RuleContent } from '../../core/rules/rule.ts';
import { visibleSelector } from '../../core/selectors/visibleSelector.ts';

/** The settings API's limit (fullstory.md e.1). */
const maxNameLength = 256;

/** Name of a rule that nobody has named: what it does to what. */
export function nameForRule({ action, selector }: RuleContent, t: Translate): string {
  return t('editor.defaultName', {
    action: t(`action.${action}`),
    selector: visibleSelector(selector.trim()),
  })
    .trim()
    .slice(0, maxNameLength);
}
