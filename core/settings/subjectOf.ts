import type { DraftOperation } from './draft.ts';

/** Id of the rule that an operation is about; of one that does not exist yet, its draft id. */
export function subjectOf(operation: DraftOperation): string {
  switch (operation.kind) {
    case 'create':
      return operation.draftId;
    case 'drop':
      return operation.id;
    default:
      return operation.ruleId;
  }
}
