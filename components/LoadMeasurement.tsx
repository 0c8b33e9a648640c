import { useState } from 'preact/hooks';
import { measurementsIn } from '../core/settings/measurementsIn.ts';
import { readMeasured } from '../core/settings/readMeasured.ts';
import { WireError } from '../core/settings/wireError.ts';
import { usePanel } from './PanelContext.ts';

/** A rule file of 10,000 rules is smaller. */
const maxFileLength = 32 * 1024 * 1024;

/** Takes what was measured out of a rule file, or out of what `scrim calibrate --json` printed. */
export function LoadMeasurement() {
  const { state, t } = usePanel();
  const [refused, setRefused] = useState<string | null>(null);
  const load = async (field: HTMLInputElement) => {
    const file = field.files?.[0];
    field.value = '';
    if (!file) return;
    setRefused(null);
    if (file.size > maxFileLength) return setRefused(t('measured.load.tooLarge'));
    try {
      const entries = measurementsIn(JSON.parse(await file.text()));
      readMeasured(entries, '$.measured');
      await state.settings.run('measured/change', { change: { kind: 'put', entries } });
    } catch (error) {
      if (error instanceof WireError) setRefused(error.message);
      else if (error instanceof SyntaxError) setRefused(t('measured.load.noJson'));
      else throw error;
    }
  };
  return (
    <div class="measured-load">
      <label class="field">
        <span>{t('measured.load')}</span>
        <input
          type="file"
          name="measurement"
          accept="application/json,.json"
          onChange={(event) => void load(event.currentTarget)}
        />
      </label>
      <div role="status">
        {refused !== null && (
          <p class="problem-bad" data-state="measurement-refused">
            {t('measured.load.refused')} <span class="mono wrap">{refused}</span>
          </p>
        )}
      </div>
    </div>
  );
}
