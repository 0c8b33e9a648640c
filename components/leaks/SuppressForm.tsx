import { useState } from 'preact/hooks';
import type { Finding } from '../../core/findings/finding.ts';
import { kindWords } from '../../core/findings/kindWords.ts';
import { DefinitionError } from '../../core/leakSettings/definitionError.ts';
import { leakSettingsLimits } from '../../core/leakSettings/leakSettingsLimits.ts';
import { readSuppression } from '../../core/leakSettings/readSuppression.ts';
import { WireError } from '../../core/settings/wireError.ts';
import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { dayAfter, kindId, pageOf, type SuppressionReach, selectorOfPlaces } from './suppressionEntry.ts';

/** A quarter is long enough to get something fixed, and short enough to be remembered. */
const usualDays = 90;

/** "This is fine because ...": accepts one finding, with a reason and a last day. */
export function SuppressForm({ finding }: { readonly finding: Finding }) {
  const { t } = usePanel();
  return (
    <Disclosure class="suppress" label={<span data-action="suppress">{t('suppress.open')}</span>}>
      <SuppressBody finding={finding} />
    </Disclosure>
  );
}

function SuppressBody({ finding }: { readonly finding: Finding }) {
  const { state, t } = usePanel();
  const now = Date.now();
  const places = selectorOfPlaces(finding);
  const [reason, setReason] = useState('');
  const [expires, setExpires] = useState(dayAfter(now, usualDays));
  const [page, setPage] = useState(pageOf(state.leaks.reportedScan.peek()?.url ?? ''));
  const [reach, setReach] = useState<SuppressionReach>({
    kind: true,
    place: places !== undefined,
    page: true,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    const entry = {
      id: state.newId(),
      reason,
      expires,
      ...(reach.kind ? { detector: kindId(finding) } : {}),
      ...(reach.place && places !== undefined ? { selector: places } : {}),
      ...(reach.page ? { page } : {}),
    };
    const refused = problemOf(entry, dayAfter(now, 0));
    setProblem(refused && t(`leakSettings.${refused.code}`, refused.params));
    if (!refused) await state.leakSettings.change({ kind: 'put-suppression', entry });
  };
  const toggle = (part: keyof SuppressionReach) => (event: { currentTarget: HTMLInputElement }) =>
    setReach({ ...reach, [part]: event.currentTarget.checked });
  return (
    <form
      class="suppress-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="field">
        <span>{t('suppress.reason')}</span>
        <input
          name="suppress-reason"
          required
          maxLength={leakSettingsLimits.reason}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{t('suppress.expires')}</span>
        <input
          type="date"
          name="suppress-expires"
          required
          min={dayAfter(now, 0)}
          max={dayAfter(now, leakSettingsLimits.days - 1)}
          value={expires}
          onInput={(event) => setExpires(event.currentTarget.value)}
        />
      </label>
      <fieldset class="suppress-reach">
        <legend>{t('suppress.reach')}</legend>
        <label class="choice">
          <input type="checkbox" name="suppress-kind" checked={reach.kind} onChange={toggle('kind')} />
          {t('suppress.kind', { kind: kindWords(finding.kind, t) })}
        </label>
        {places !== undefined && (
          <label class="choice">
            <input type="checkbox" name="suppress-place" checked={reach.place} onChange={toggle('place')} />
            {t('suppress.place', { count: finding.places.length })}
          </label>
        )}
        <label class="choice">
          <input type="checkbox" name="suppress-page" checked={reach.page} onChange={toggle('page')} />
          {t('suppress.page')}
        </label>
        {reach.page && (
          <input
            name="suppress-address"
            class="mono"
            aria-label={t('suppress.address')}
            maxLength={leakSettingsLimits.page}
            value={page}
            onInput={(event) => setPage(event.currentTarget.value)}
          />
        )}
      </fieldset>
      {problem !== null && (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button button-small" data-action="suppress-save">
          {t('suppress.save')}
        </button>
      </div>
    </form>
  );
}

/** What the rule file would say to it; null for an entry that it takes. */
function problemOf(entry: unknown, today: string): Pick<DefinitionError, 'code' | 'params'> | null {
  try {
    readSuppression(entry, 1, today);
    return null;
  } catch (error) {
    if (error instanceof DefinitionError) return error;
    if (error instanceof WireError) return { code: 'wrong-type', params: { detail: error.message } };
    throw error;
  }
}
