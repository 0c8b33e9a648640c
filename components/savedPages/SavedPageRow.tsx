import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { snapshotLimits } from '../../core/saved/pageSnapshot.ts';
import type { SavedPageEntry } from '../../core/saved/savedPageStorage.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';

/** One saved page: what it is called, where it is from, and what can be done with it. */
export function SavedPageRow({ page }: { readonly page: SavedPageEntry }) {
  const { state, t } = usePanel();
  const [name, setName] = useState<string | null>(null);
  const { id, url, savedAt, elements } = page;
  const row = useFocusWhileRenaming(name !== null);
  return (
    <li ref={row} class="saved-page" data-saved-page={id}>
      {name === null ? (
        <>
          <p class="saved-name">{page.name || t('savedPages.unnamed')}</p>
          <p class="why-line">
            <span class="mono saved-url">{url}</span> · {t('savedPages.elements', { count: elements })} ·{' '}
            {new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium' }).format(new Date(savedAt))}
          </p>
          <div class="actions">
            <NamedButton
              action="rename-page"
              label={t('savedPages.rename')}
              page={page}
              onClick={() => setName(page.name)}
            />
            <NamedButton
              action="export-page"
              label={t('savedPages.export')}
              page={page}
              onClick={() => state.savedPages.save([id])}
            />
            <NamedButton
              action="delete-page"
              label={t('savedPages.delete')}
              page={page}
              onClick={() => state.savedPages.remove(id)}
            />
          </div>
        </>
      ) : (
        <form
          class="saved-rename"
          onKeyDown={(event) => event.key === 'Escape' && setName(null)}
          onSubmit={async (event) => {
            event.preventDefault();
            if (await state.savedPages.rename(id, name)) setName(null);
          }}
        >
          <label class="field">
            <span>{t('savedPages.name')}</span>
            <input
              name="page-name"
              maxLength={snapshotLimits.name}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <div class="actions">
            <button
              type="submit"
              class="button button-small"
              data-action="save-page-name"
              disabled={name.trim() === ''}
            >
              {t('savedPages.saveName')}
            </button>
            <ActionButton
              small
              tone="quiet"
              action="cancel-rename"
              label={t('savedPages.cancel')}
              onClick={() => setName(null)}
            />
          </div>
        </form>
      )}
    </li>
  );
}

/** The field takes the keyboard, and the button that opened it gets it back. */
function useFocusWhileRenaming(isRenaming: boolean) {
  const row = useRef<HTMLLIElement>(null);
  const was = useRef(isRenaming);
  useLayoutEffect(() => {
    if (was.current === isRenaming) return;
    was.current = isRenaming;
    row.current
      ?.querySelector<HTMLElement>(isRenaming ? '[name=page-name]' : '[data-action=rename-page]')
      ?.focus();
  }, [isRenaming]);
  return row;
}

interface NamedButtonProps {
  readonly action: string;
  readonly label: string;
  readonly page: SavedPageEntry;
  readonly onClick: () => unknown;
}

/** Its label alone stands in every row: who hears it needs the page's name with it. */
function NamedButton({ action, label, page, onClick }: NamedButtonProps) {
  return (
    <button
      type="button"
      class="button button-quiet button-small"
      data-action={action}
      aria-label={`${label}: ${page.name}`}
      onClick={() => void onClick()}
    >
      {label}
    </button>
  );
}
