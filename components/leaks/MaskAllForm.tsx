import { useId } from 'preact/hooks';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import type { MaskAll, MaskProposal } from '../state/createMaskAllStore.ts';

/** The rules that would hide every place of one kind: each can be changed or dropped, none is saved unasked. */
export function MaskAllForm({ present }: { readonly present: MaskAll }) {
  const { state, t } = usePanel();
  const { maskAll } = state;
  if (present.phase === 'saved') return <Saved present={present} />;
  const isReady = present.phase === 'ready';
  const hasProblem = present.proposals.some(
    ({ problem, selector }) => problem !== undefined || selector.trim() === '',
  );
  const covered = present.targets.length - present.missed;
  return (
    <section class="mask-all" aria-label={t('maskAll.title')} data-state={present.phase}>
      <p class="mask-all-title">{t('maskAll.title')}</p>
      <p class="quiet" role="status">
        {isReady
          ? t('maskAll.covers', { covered, count: present.targets.length, rules: present.proposals.length })
          : t('maskAll.asking')}
      </p>
      <ul class="plain-list">
        {present.proposals.map((proposal) => (
          <Proposal key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      {isReady && present.missed > 0 && (
        <p class="why-line">{t('maskAll.missed', { count: present.missed })}</p>
      )}
      {present.unreachable > 0 && (
        <p class="why-line">{t('maskAll.unreachable', { count: present.unreachable })}</p>
      )}
      <div class="actions">
        <ActionButton
          small
          tone="primary"
          action="mask-all-save"
          label={t('maskAll.save', { count: present.proposals.length })}
          disabled={!isReady || hasProblem || present.proposals.length === 0}
          onClick={maskAll.save}
        />
        <ActionButton
          small
          tone="quiet"
          action="mask-all-close"
          label={t('editor.cancel')}
          onClick={maskAll.close}
        />
      </div>
    </section>
  );
}

function Saved({ present }: { readonly present: MaskAll }) {
  const { state, t } = usePanel();
  return (
    <section class="mask-all" aria-label={t('maskAll.title')} data-state="saved">
      <p role="status">{t('maskAll.saved', { count: present.saved })}</p>
      <div class="actions">
        <ActionButton
          small
          action="mask-all-undo"
          icon="undo"
          label={t('maskAll.undo')}
          onClick={state.maskAll.undo}
        />
        <ActionButton
          small
          tone="quiet"
          action="mask-all-draft"
          label={t('maskAll.look')}
          onClick={() => {
            state.maskAll.close();
            state.view.value = 'draft';
          }}
        />
      </div>
    </section>
  );
}

function Proposal({ proposal }: { readonly proposal: MaskProposal }) {
  const { state, t } = usePanel();
  const { maskAll } = state;
  const id = useId();
  const { selector, action, problem } = proposal;
  return (
    <li class="mask-proposal" data-proposal={proposal.id}>
      <label class="field">
        <span>{t('editor.selector')}</span>
        <input
          name="proposal-selector"
          class="mono"
          spellcheck={false}
          autocomplete="off"
          maxLength={2048}
          value={selector}
          aria-invalid={problem !== undefined}
          aria-describedby={id}
          onInput={(event) => maskAll.edit(proposal.id, { selector: event.currentTarget.value })}
        />
      </label>
      <p id={id} class={problem === undefined ? 'why-line' : 'problem-bad'} aria-live="polite">
        <ProposalEffect proposal={proposal} />
      </p>
      <div class="actions">
        <label class="mask-all-action">
          <span class="visually-hidden">{t('editor.action')}</span>
          <select
            name="proposal-action"
            value={action}
            onChange={(event) =>
              maskAll.edit(proposal.id, {
                action: event.currentTarget.value === 'exclude' ? 'exclude' : 'mask',
              })
            }
          >
            <option value="mask">{t('action.mask')}</option>
            <option value="exclude">{t('action.exclude')}</option>
          </select>
        </label>
        <ActionButton
          small
          action="mask-all-show"
          label={t('leaks.show')}
          onClick={() => maskAll.show(proposal.id)}
        />
        <ActionButton
          small
          tone="quiet"
          action="mask-all-drop"
          label={t('maskAll.drop')}
          onClick={() => maskAll.drop(proposal.id)}
        />
      </div>
    </li>
  );
}

function ProposalEffect({ proposal }: { readonly proposal: MaskProposal }) {
  const { t } = usePanel();
  const { problem, count, covers } = proposal;
  if (problem !== undefined) return <>{problem}</>;
  if (count === null) return <>{t('editor.matching')}</>;
  const others = count - covers.length;
  return (
    <>
      {t('maskAll.hides', { count: covers.length })}
      {others > 0 && <> {t('maskAll.others', { count: others })}</>}
    </>
  );
}
