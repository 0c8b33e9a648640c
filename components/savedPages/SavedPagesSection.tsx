import { useRef, useState } from 'preact/hooks';
import { snapshotLimits } from '../../core/saved/pageSnapshot.ts';
import type { SavedPageEntry } from '../../core/saved/savedPageStorage.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useFocusWhenLost } from '../parts/useFocusWhenLost.ts';
import { SavedPageRow } from './SavedPageRow.tsx';

/** Pages that were kept: an edit is tried on all of them. */
export function SavedPagesSection() {
  const { state, t } = usePanel();
  const { entries, work } = state.savedPages;
  const pages = entries.value ?? [];
  const section = useRef<HTMLElement>(null);
  useFocusWhenLost(pages.length, () => {
    const find = (selector: string) => section.current?.querySelector<HTMLElement>(selector);
    return find('.disclosure-button') ?? find('[data-action=keep-page]');
  });
  const isReady = state.page.value.kind === 'ready' && state.leakSettings.dated.value !== null;
  return (
    <section
      ref={section}
      class="saved-pages"
      aria-label={t('savedPages.title')}
      data-saved-work={work.value ?? 'none'}
    >
      <h2 class="section-title">
        {t('savedPages.title')} <span class="count">{pages.length}</span>
      </h2>
      <p class="quiet">{t('savedPages.what')}</p>
      <div class="actions">
        <ActionButton
          action="keep-page"
          icon="plus"
          label={t(work.value === 'keeping' ? 'savedPages.keeping' : 'savedPages.keep')}
          disabled={!isReady || work.value !== null}
          onClick={state.savedPages.keep}
        />
        <ImportButton />
      </div>
      <Outcome />
      {pages.length > 0 && <PageList pages={pages} />}
      <p class="quiet saved-promise">{t('savedPages.promise')}</p>
    </section>
  );
}

function Outcome() {
  const { state, t } = usePanel();
  const problem = state.savedPages.problem.value;
  const done = state.savedPages.done.value;
  if (problem) {
    const { code, detail } = problem;
    const limit = { pages: snapshotLimits.pages, megabytes: Math.round(snapshotLimits.total / 1e6) };
    return (
      <Notice tone="bad" title={t(`savedPages.problem.${code}`, limit)}>
        {detail !== '' && <p class="mono saved-detail">{detail}</p>}
      </Notice>
    );
  }
  return (
    <p class="saved-done" role="status">
      {done && t(`savedPages.${done.key}`, { count: done.count })}
    </p>
  );
}

function ImportButton() {
  const { state, t } = usePanel();
  return (
    <label class="button button-quiet saved-import">
      {t('savedPages.import')}
      <input
        class="visually-hidden"
        type="file"
        name="import-pages"
        accept=".json,application/json"
        onChange={(event) => {
          const input = event.currentTarget;
          const [file] = input.files ?? [];
          if (file) void state.savedPages.read(file);
          // The same file again is another change.
          input.value = '';
        }}
      />
    </label>
  );
}

function PageList({ pages }: { readonly pages: readonly SavedPageEntry[] }) {
  const { state, t } = usePanel();
  const [asked, setAsked] = useState(false);
  const used = pages.reduce((sum, { length }) => sum + length, 0);
  return (
    <Disclosure
      label={<span data-action="saved-list">{t('savedPages.list', { count: pages.length })}</span>}
      open={pages.length <= 5}
    >
      <ul class="rows">
        {pages.map((page) => (
          <SavedPageRow key={page.id} page={page} />
        ))}
      </ul>
      <p class="quiet">
        {t('savedPages.used', {
          count: pages.length,
          most: snapshotLimits.pages,
          used: (used / 1e6).toFixed(1),
          megabytes: Math.round(snapshotLimits.total / 1e6),
        })}
      </p>
      <div class="actions">
        <ActionButton
          small
          tone="quiet"
          action="export-all-pages"
          label={t('savedPages.exportAll')}
          onClick={() => state.savedPages.save(pages.map(({ id }) => id))}
        />
        <ActionButton
          small
          tone="quiet"
          action="delete-all-pages"
          label={t(asked ? 'savedPages.deleteAllReally' : 'savedPages.deleteAll', { count: pages.length })}
          onClick={() => (asked ? state.savedPages.clear() : setAsked(true))}
        />
      </div>
    </Disclosure>
  );
}
