import { usePanel } from '../PanelContext.ts';

/** Asks for access to a frame's site and inspects the frame in the page's place; nothing for what has no address. */
export function CheckFrameButton({ origin }: { readonly origin: string | undefined }) {
  const { client, t } = usePanel();
  if (origin === undefined || !/^https?:/.test(origin)) return null;
  return (
    <button
      type="button"
      class="button button-small"
      data-action="check-frame"
      onClick={async () => {
        if (await client.askAccess(origin)) client.page.inspectFrame(origin);
      }}
    >
      {t('access.checkFrame')}
    </button>
  );
}
