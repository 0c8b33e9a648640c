import type { Rule } from '../../core/rules/rule.ts';
import { suggestedName } from '../../core/saved/redactAddress.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Icon } from '../parts/Icon.tsx';

/** What is remembered of a rule that matches nothing here now, and what looks like the elements it matched. */
export function RotNotice({ rule }: { readonly rule: Rule }) {
  const { state, t } = usePanel();
  const rotten = state.rot.rotten.value.get(rule.id);
  if (!rotten) return null;
  const { rot, lookalikes, proposal } = rotten;
  const when = new Date(rot.at).toLocaleDateString(t.locale, { day: 'numeric', month: 'long' });
  if (rot.kind === 'elsewhere')
    return (
      <p class="rot quiet" data-rot="elsewhere">
        {t('rot.elsewhere', { count: rot.count, when, page: suggestedName(rot.page) })}
      </p>
    );
  return (
    <div class="rot" data-rot={rot.kind}>
      <p class={rot.kind === 'gone' ? 'problem-bad' : 'problem-note'}>
        <Icon name={rot.kind === 'gone' ? 'alert' : 'question'} />
        <span>{t(`rot.${rot.kind}`, { count: rot.count, when })}</span>
      </p>
      {lookalikes === undefined && <p class="quiet">{t('rot.looking')}</p>}
      {lookalikes?.length === 0 && <p class="quiet">{t('rot.nothingAlike')}</p>}
      {lookalikes !== undefined && lookalikes.length > 0 && (
        <>
          <p>{t('rot.alike', { count: lookalikes.length })}</p>
          <div class="actions">
            <ActionButton
              small
              action="show-lookalike"
              label={t('rot.show')}
              onClick={() => state.flash(lookalikes[0] ?? -1)}
            />
            {proposal && (
              <ActionButton
                small
                action="mend-rule"
                label={t('rot.mend', { selector: proposal.selector, count: proposal.count })}
                onClick={() => state.mendRule(rule, proposal.selector)}
              />
            )}
          </div>
        </>
      )}
    </div>
  );
}
