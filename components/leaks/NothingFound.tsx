import { usePanel } from '../PanelContext.ts';

/** "Nothing found" is only worth something with what was looked at. */
export function NothingFound() {
  const { state, t } = usePanel();
  const scan = state.leaks.reportedScan.value;
  if (!scan) return null;
  return (
    <div class="empty empty-good">
      <p>
        {t('nothing.checked', {
          elements: scan.nodes.length,
          records: scan.records.length,
          fields: scan.fields.length,
          rules: scan.rules.length,
        })}
      </p>
      <p class="quiet">{t('nothing.only')}</p>
    </div>
  );
}
