import { useEffect } from 'preact/hooks';
import { type MarkEffect, markEffect } from '../../../core/handOver/markEffect.ts';
import { OptionsError } from '../../../core/profiles/profile.ts';
import type { SavedRules } from '../../../core/saved/scanSavedPage.ts';
import { serializePatch } from '../../../core/settings/serializePatch.ts';
import { usePanel } from '../../PanelContext.ts';
import { ActionButton } from '../../parts/ActionButton.tsx';
import { CopyableText } from '../../parts/CopyableText.tsx';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { adviceOf, nodesOfChange } from './adviceOf.ts';
import { ticketOf } from './ticketOf.ts';

/** The draft for whoever may not push it: as a file, as a ticket, as advice for the code. */
export function HandOver() {
  const { state, t } = usePanel();
  if (state.draft.value.changes.length === 0) return null;
  return (
    <Disclosure
      class="hand-over"
      label={<span data-action="hand-over">{t('handOver.title')}</span>}
      open={state.settings.state.value?.connection.canWrite === false}
    >
      <PatchFile />
      <Disclosure label={<span data-action="ticket">{t('handOver.ticket')}</span>}>
        <Ticket />
      </Disclosure>
      <Disclosure label={<span data-action="code-advice">{t('handOver.code')}</span>}>
        <CodeAdvice />
      </Disclosure>
    </Disclosure>
  );
}

function PatchFile() {
  const { state, client, t } = usePanel();
  const save = () => {
    const { connection, drafts } = state.settings.state.peek() ?? {};
    const org = connection?.kind === 'local' ? undefined : connection?.orgId;
    const name = drafts?.find((draft) => draft.isPresent)?.name ?? '';
    const patch = serializePatch(state.draft.peek(), { name, org });
    client.saveFile({
      name: 'scrim-draft.json',
      type: 'application/json',
      text: `${JSON.stringify(patch, null, 2)}\n`,
    });
  };
  return (
    <div class="hand-over-file">
      <p class="quiet">{t('handOver.fileHelp')}</p>
      <ActionButton small action="export-draft" icon="file" label={t('handOver.file')} onClick={save} />
    </div>
  );
}

function Ticket() {
  const { state, t } = usePanel();
  const { effects, session, page } = state;
  const url = page.value.kind === 'ready' ? URL.parse(page.value.url) : null;
  const text = ticketOf({
    changes: state.draft.value.changes,
    effect: effects.effect.value,
    closedLeaks: effects.closedLeaks.value,
    openedLeaks: effects.openedLeaks.value,
    recorder: session.profile.value.name,
    host: url?.host ?? '',
    t,
  });
  return <CopyableText label={t('handOver.ticket')} text={text} action="copy-ticket" />;
}

/** Null for a configuration that the recorder would refuse: the panel says so elsewhere. */
function triedMark(mark: string, rules: SavedRules): MarkEffect | null {
  try {
    return markEffect(mark, rules);
  } catch (error) {
    if (error instanceof OptionsError) return null;
    throw error;
  }
}

function CodeAdvice() {
  const { state, t } = usePanel();
  const effect = state.effects.effect.value;
  const { changes } = state.draft.value;
  const nodes = effect ? changes.flatMap((change) => nodesOfChange(change, effect.after)) : [];
  const wanted = nodes.join(' ');
  useEffect(() => state.outlines.ask(nodes), [wanted]);
  if (!effect) return <p class="quiet">{t('handOver.code.noPage')}</p>;
  const profile = state.session.profile.value;
  const options = state.session.options.value;
  const text = adviceOf({
    changes,
    effect,
    outlines: state.outlines.outlines.value,
    recorder: profile.name,
    effectOf: (mark) => triedMark(mark, { profile, options, ruleSet: profile.offlineRules() }),
    t,
  });
  return (
    <>
      <p class="quiet">{t('handOver.codeHelp')}</p>
      <CopyableText label={t('handOver.code')} text={text} action="copy-code-advice" />
    </>
  );
}
