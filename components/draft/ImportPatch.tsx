import { useRef, useState } from 'preact/hooks';
import { visibleSelector } from '../../core/selectors/visibleSelector.ts';
import type { DraftEdit } from '../../core/settings/draft.ts';
import { type Patch, readPatch } from '../../core/settings/readPatch.ts';
import { WireError } from '../../core/settings/wireError.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { FieldChanges } from './FieldChanges.tsx';

/** No patch that was made by hand is anywhere near; the background takes no more either. */
const maxFileLength = 4 * 1024 * 1024;

type Read =
  | { readonly kind: 'patch'; readonly patch: Patch; readonly isOtherOrg: boolean }
  | { readonly kind: 'refused'; readonly detail: string };

/** A colleague's draft from a file: looked at first, taken over as one step that can be undone. */
export function ImportPatch() {
  const { state, t } = usePanel();
  const [read, setRead] = useState<Read | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const finish = () => {
    setRead(null);
    // The buttons of the review go: the keyboard stays beside them.
    input.current?.focus();
  };
  const choose = async (field: HTMLInputElement) => {
    const file = field.files?.[0];
    // Cleared, so that the same file can be chosen again once it was mended.
    setRead(file ? await readFile(file) : null);
    field.value = '';
  };
  const readFile = async (file: File): Promise<Read> => {
    if (file.size > maxFileLength) return { kind: 'refused', detail: t('patch.tooLarge') };
    const { connection, ruleSet } = state.settings.state.peek() ?? {};
    const org = connection?.kind === 'local' ? undefined : connection?.orgId;
    try {
      const json: unknown = JSON.parse(await file.text());
      const patch = readPatch(json, { rules: ruleSet?.rules ?? [], org, newId: state.newId });
      return { kind: 'patch', patch, isOtherOrg: patch.org !== org };
    } catch (error) {
      if (error instanceof WireError) return { kind: 'refused', detail: error.message };
      if (error instanceof SyntaxError) return { kind: 'refused', detail: t('patch.noJson') };
      throw error;
    }
  };
  return (
    <div class="import-patch">
      <label class="field">
        <span>{t('patch.file')}</span>
        <input
          ref={input}
          type="file"
          name="patch"
          accept="application/json,.json"
          onChange={(event) => void choose(event.currentTarget)}
        />
      </label>
      <div role="status">
        {read?.kind === 'refused' && (
          <p class="problem-bad" data-state="patch-refused">
            {t('patch.refused')} <span class="mono wrap">{read.detail}</span>
          </p>
        )}
        {read?.kind === 'patch' && (
          <PatchReview patch={read.patch} isOtherOrg={read.isOtherOrg} onDone={finish} />
        )}
      </div>
    </div>
  );
}

interface PatchReviewProps {
  readonly patch: Patch;
  readonly isOtherOrg: boolean;
  readonly onDone: () => void;
}

function PatchReview({ patch, isOtherOrg, onDone }: PatchReviewProps) {
  const { state, t } = usePanel();
  const { operations, skipped } = patch;
  const name = patch.name === '' ? t('patch.unnamed') : visibleSelector(patch.name);
  const take = async (into: { readonly name?: string }) => {
    if (await state.settings.run('draft/import', { operations, ...into })) onDone();
  };
  return (
    <div class="patch-review" data-state="patch">
      <p>{t('patch.holds', { name, count: operations.length })}</p>
      {operations.length > 0 && (
        <ul class="patch-changes">
          {operations.map((operation, at) => (
            <PatchLine key={`${at}:${operation.kind}`} operation={operation} />
          ))}
        </ul>
      )}
      {isOtherOrg && <p class="problem-note">{t('patch.otherOrg')}</p>}
      {skipped.length > 0 && (
        <ul class="rule-problems">
          {skipped.map((one, at) => (
            <li key={`${at}:${one.name}`} class="problem-note">
              {t(`patch.skipped.${one.why}`, { rule: visibleSelector(one.name) })}
            </li>
          ))}
        </ul>
      )}
      {operations.length > 0 && (
        <div class="actions">
          <ActionButton small action="take-patch" label={t('patch.take')} onClick={() => take({})} />
          <ActionButton
            small
            action="take-patch-new"
            label={t('patch.takeNew')}
            onClick={() => take({ name })}
          />
          <ActionButton small tone="quiet" action="leave-patch" label={t('patch.leave')} onClick={onDone} />
        </div>
      )}
    </div>
  );
}

/** One change as it would be taken over: nothing comes in that was not on the screen. */
function PatchLine({ operation }: { readonly operation: DraftEdit }) {
  const { t } = usePanel();
  const rule = operation.kind === 'delete' ? operation.base : operation.content;
  return (
    <li>
      <span class="badge badge-draft">{t(`draft.kind.${operation.kind}`)}</span> {t(`action.${rule.action}`)}{' '}
      <strong>{visibleSelector(rule.name)}</strong>
      {operation.kind === 'update' ? (
        <FieldChanges change={operation} />
      ) : (
        [
          rule.selector,
          ...rule.exceptions.map((exception) => t('patch.except', { selector: exception })),
        ].map((line) => (
          <span key={line} class="mono wrap patch-selector">
            {visibleSelector(line)}
          </span>
        ))
      )}
    </li>
  );
}
