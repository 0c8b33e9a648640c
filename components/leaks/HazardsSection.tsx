import { useState } from 'preact/hooks';
import type { HazardFinding } from '../../core/hazards/hazard.ts';
import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';

/** The most severe ones; the rest on request, because below the leaks a page should not end in a long list. */
const firstRows = 3;

/** Nothing of these shows on the page, so nothing can be scrolled to. */
const unseen = /^(?:#|(?:html|head|title|meta|script)\b)/;

/** What the recorder does here that people do not expect of it. Quiet: it is no leak by itself. */
export function HazardsSection({ hazards }: { readonly hazards: readonly HazardFinding[] }) {
  const { state, t } = usePanel();
  const [all, setAll] = useState(false);
  // A list that is switched off stands above the verdict already.
  const listed = hazards.filter(({ isRuleProblem }) => !isRuleProblem);
  if (listed.length === 0) return null;
  const shown = all ? listed : listed.slice(0, firstRows);
  const rest = listed.length - shown.length;
  const title = t('hazards.title', { recorder: state.session.profile.value.name });
  return (
    <section class="hazards" aria-label={title} data-hazards={listed.length}>
      <h2 class="section-title">{title}</h2>
      <p class="quiet">{t('hazards.quiet')}</p>
      <ul class="rows">
        {shown.map((hazard) => (
          <HazardRow key={hazard.id} hazard={hazard} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="link-button" data-action="more-hazards" onClick={() => setAll(true)}>
          {t('list.showMore', { count: rest })}
        </button>
      )}
    </section>
  );
}

function HazardRow({ hazard }: { readonly hazard: HazardFinding }) {
  const { state, t } = usePanel();
  const { id, severity, count, unit, nodes, rules } = hazard;
  const words = { recorder: state.session.profile.value.name, count };
  const [first] = nodes;
  const scan = state.leaks.reportedScan.value;
  const active = scan?.rules ?? [];
  const step = scan?.nodes.find((node) => node.id === first)?.step ?? '';
  const names = rules.map((id) => active.find((rule) => rule.id === id)?.name ?? id);
  return (
    <li class="hazard" data-hazard={id}>
      <Disclosure
        class="hazard-what"
        label={
          <span class="hazard-line">
            <span class="hazard-name">{t(`hazard.${id}.what`)}</span>
            <span class={`severity severity-${severity}`}>{t(`severity.${severity}`)}</span>
          </span>
        }
      >
        <p class="why-line">{t(`hazard.${id}.means`, words)}</p>
        <p class="why-line">{t('hazards.do', { what: t(`hazard.${id}.do`, words) })}</p>
        {names.length > 0 && <p class="why-line">{t('hazards.trusted', { rules: names.join(', ') })}</p>}
      </Disclosure>
      <div class="hazard-places">
        <span class="channel">{t(`hazards.count.${unit}`, { count })}</span>
        {first !== undefined && !unseen.test(step) && (
          <button
            type="button"
            class="button button-small"
            data-action="show"
            onClick={() => state.flash(first)}
          >
            {t(nodes.length > 1 ? 'hazards.show' : 'leaks.show')}
          </button>
        )}
      </div>
    </li>
  );
}
