import { useRef, useState } from 'preact/hooks';
import type { DraftListRequest } from '../../core/protocol.ts';
import { type DraftSummary, mainDraft } from '../../core/settings/draft.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { useFocusWhenLost } from '../parts/useFocusWhenLost.ts';
import { ImportPatch } from './ImportPatch.tsx';

const maxName = 80;

/** Which of several drafts is shown, and what can be done with the list of them. */
export function DraftChooser() {
  const { state, t } = usePanel();
  const drafts = state.settings.state.value?.drafts ?? [];
  const open = drafts.filter((draft) => !draft.isRemoved);
  const present = open.find((draft) => draft.isPresent);
  const chooser = useRef<HTMLDivElement>(null);
  useFocusWhenLost(`${present?.id} ${open.length}`, () =>
    chooser.current?.querySelector<HTMLElement>('.disclosure-button'),
  );
  if (!present) return null;
  return (
    <div class="draft-chooser" ref={chooser}>
      {open.length > 1 && <ChooseDraft open={open} present={present} />}
      <Disclosure label={<span data-action="manage-drafts">{t('drafts.manage')}</span>}>
        <ManageDrafts key={present.id} present={present} />
        <ImportPatch />
        <RemovedDrafts removed={drafts.filter((draft) => draft.isRemoved && draft.changes > 0)} />
      </Disclosure>
    </div>
  );
}

interface ChooseDraftProps {
  readonly open: readonly DraftSummary[];
  readonly present: DraftSummary;
}

function ChooseDraft({ open, present }: ChooseDraftProps) {
  const { t } = usePanel();
  const change = useDraftList();
  return (
    <label class="field">
      <span>{t('drafts.present')}</span>
      <select
        name="draft"
        value={present.id}
        onChange={(event) => change({ kind: 'select', draft: event.currentTarget.value })}
      >
        {open.map((draft) => (
          <option key={draft.id} value={draft.id}>
            {t('drafts.option', { name: nameOf(draft, t), count: draft.changes })}
          </option>
        ))}
      </select>
    </label>
  );
}

function ManageDrafts({ present }: { readonly present: DraftSummary }) {
  const { t } = usePanel();
  const change = useDraftList();
  const [name, setName] = useState('');
  const given = name.trim();
  const named = async (request: (name: string) => DraftListRequest) => {
    if (given !== '' && (await change(request(given)))) setName('');
  };
  return (
    <form
      class="manage-drafts"
      onSubmit={(event) => {
        event.preventDefault();
        void named((fresh) => ({ kind: 'create', name: fresh }));
      }}
    >
      <label class="field">
        <span>{t('drafts.name')}</span>
        <input
          name="draft-name"
          maxLength={maxName}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <div class="actions">
        <button type="submit" class="button button-small" data-action="new-draft" disabled={given === ''}>
          {t('drafts.new')}
        </button>
        <ActionButton
          small
          action="copy-draft"
          label={t('drafts.copy')}
          disabled={given === ''}
          onClick={() => named((fresh) => ({ kind: 'create', name: fresh, copyOf: present.id }))}
        />
        <ActionButton
          small
          action="rename-draft"
          label={t('drafts.rename')}
          disabled={given === ''}
          onClick={() => named((fresh) => ({ kind: 'rename', draft: present.id, name: fresh }))}
        />
        {present.id !== mainDraft && (
          <ActionButton
            small
            tone="quiet"
            action="remove-draft"
            label={t('drafts.remove')}
            onClick={() => change({ kind: 'remove', draft: present.id })}
          />
        )}
      </div>
    </form>
  );
}

function RemovedDrafts({ removed }: { readonly removed: readonly DraftSummary[] }) {
  const { t } = usePanel();
  const change = useDraftList();
  if (removed.length === 0) return null;
  return (
    <section aria-label={t('drafts.removed')}>
      <h3 class="section-title">{t('drafts.removed')}</h3>
      <ul class="rows">
        {removed.map((draft) => (
          <li key={draft.id} class="removed-draft">
            <span>{t('drafts.option', { name: nameOf(draft, t), count: draft.changes })}</span>
            <ActionButton
              small
              action="restore-draft"
              label={t('drafts.restore')}
              onClick={() => change({ kind: 'restore', draft: draft.id })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function useDraftList(): (change: DraftListRequest) => Promise<boolean> {
  const { state } = usePanel();
  return (change) => state.settings.run('drafts/change', { change });
}

function nameOf({ name }: DraftSummary, t: ReturnType<typeof usePanel>['t']): string {
  return name === '' ? t('drafts.main') : name;
}
