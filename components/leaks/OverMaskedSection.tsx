import type { OverMasked } from '../../core/findings/overMasked.ts';
import type { Rule } from '../../core/rules/rule.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';

/** Plain content that is hidden, by rule: closed until somebody asks, and no part of the verdict. */
export function OverMaskedSection() {
  const { state, t } = usePanel();
  const groups = state.leaks.report.value?.overMasked ?? [];
  if (groups.length === 0) return null;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="over-masked" aria-label={t('overMasked.title')} data-over-masked={total}>
      <Disclosure
        label={
          <span data-action="over-masked">
            {t('overMasked.title')} <span class="count">{total}</span>
          </span>
        }
      >
        <p class="quiet">{t('overMasked.onlyStructure')}</p>
        <ul class="rows">
          {groups.map((group) => (
            <OverMaskedRow
              key={`${group.rule ?? ''} ${group.content} ${group.treatment} ${group.nodes[0]}`}
              group={group}
            />
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}

function OverMaskedRow({ group }: { readonly group: OverMasked }) {
  const { state, t } = usePanel();
  const { content, count, treatment, nodes, proposal } = group;
  const rule = state.ruleSet.value?.rules.find(({ id }) => id === group.rule);
  const by = rule?.name ?? group.rule;
  const why = by === undefined ? `overMasked.default-${treatment}` : `overMasked.${treatment}`;
  const [first] = nodes;
  return (
    <li class="over-masked-row" data-content={content}>
      <p>
        {t(`overMasked.${content}`, { count })}: {t(why, { rule: by ?? '' })}
      </p>
      <p class="why-line">
        {t(`overMasked.do.${proposal?.kind ?? 'none'}`, {
          selector: proposal && 'selector' in proposal ? proposal.selector : '',
        })}
      </p>
      <div class="actions">
        {first !== undefined && (
          <ActionButton small action="show" label={t('leaks.show')} onClick={() => state.flash(first)} />
        )}
        {proposal && (proposal.kind === 'unmask' || rule) && (
          <ActionButton
            small
            tone="quiet"
            action="over-masked-edit"
            label={t('overMasked.edit')}
            onClick={() => openProposal(state, proposal, rule)}
          />
        )}
      </div>
    </li>
  );
}

/** Nothing is saved by this: it opens the editor, where everything else that would show is counted. */
function openProposal(
  state: ReturnType<typeof usePanel>['state'],
  proposal: NonNullable<OverMasked['proposal']>,
  rule: Rule | undefined,
): void {
  state.view.value = 'rules';
  if (proposal.kind === 'unmask') {
    state.newRule();
    state.editor.change({ action: 'unmask', selector: proposal.selector });
  } else if (rule) {
    state.editRule(rule);
    if (proposal.kind === 'exception')
      state.editor.change({ exceptions: [...rule.exceptions, proposal.selector] });
  }
}
