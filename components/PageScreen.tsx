import { usePanel } from './PanelContext.ts';

/** In the verdict's place while there is no page to speak about: why, and what to press. */
export function PageScreen() {
  const { state, client, t } = usePanel();
  const page = state.page.value;
  if (page.kind === 'ready') return null;
  if (page.kind === 'connecting') {
    return (
      <div class="screen">
        <p role="status">{t('page.connecting')}</p>
        <div class="bar" aria-hidden="true" />
      </div>
    );
  }
  const key = page.kind === 'not-inspectable' ? `page.not-inspectable.${page.reason}` : `page.${page.kind}`;
  const origin = page.kind === 'no-access' ? page.origin : undefined;
  return (
    <section class="screen" aria-label={t('verdict.label')} data-page-state={page.kind}>
      <h2 class="screen-title">{t(`${key}.what`)}</h2>
      <p>{t(`${key}.means`)}</p>
      <p class="quiet">{t(`${key}.do`)}</p>
      {origin !== undefined && (
        <div class="actions">
          <button
            type="button"
            class="button button-primary"
            data-action="allow-site"
            onClick={async () => {
              if (await client.askAccess(origin)) client.page.reconnect();
            }}
          >
            {t('access.allowSite', { site: new URL(origin).host })}
          </button>
        </div>
      )}
    </section>
  );
}
