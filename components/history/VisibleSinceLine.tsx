import type { Finding } from '../../core/findings/finding.ts';
import type { Translate } from '../../core/messages/translate.ts';
import { defaultProfileId } from '../../core/profiles/registry.ts';
import type { VersionChange } from '../../core/settings/versionChanges.ts';
import type { VisibleSince } from '../../core/settings/visibleSince.ts';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { CopyableText } from '../parts/CopyableText.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import type { SinceAnswer } from '../state/createVisibleSinceStore.ts';
import { momentWords } from './momentWords.ts';
import { keepsHistory } from './RuleHistorySection.tsx';

/** Element rules do not govern these, so no rule change opened them. */
const ungoverned = new Set(['url', 'title', 'console', 'meta', 'jsonld', 'resource', 'interaction']);

/** Since when a leak has been visible, on request: which rule change opened it, and what to do about what was recorded. */
export function VisibleSinceLine({ finding }: { readonly finding: Finding }) {
  const { state, t } = usePanel();
  const [place] = finding.places;
  const isAskable =
    state.session.profileId.value === defaultProfileId &&
    finding.certainty === 'leak' &&
    place.isPast !== true &&
    !ungoverned.has(place.channel);
  const answer = state.visibleSince.answers.value.get(finding.id);
  if (!isAskable || (!answer && !keepsHistory(state))) return null;
  const ask = () => state.visibleSince.ask(finding.id, place);
  if (!answer) {
    return (
      <div class="since">
        <button type="button" class="link-button" data-action="visible-since" onClick={() => void ask()}>
          {t('since.ask')}
        </button>
      </div>
    );
  }
  if (isOpen(answer)) return <OpenAnswer answer={answer} ask={ask} />;
  return (
    <div class="since" data-since={answer.kind}>
      <p role="status">{answerWords(answer, t)}</p>
      {answer.kind === 'opened' && answer.changes > 1 && (
        <p class="quiet">{t('since.others', { count: answer.changes - 1 })}</p>
      )}
      {answer.kind === 'not-yet' && (
        <ActionButton small action="visible-since" label={t('since.further')} onClick={ask} />
      )}
      <CleanUp since={answer} />
    </div>
  );
}

type OpenSince = Exclude<SinceAnswer, VisibleSince>;

function isOpen(answer: SinceAnswer): answer is OpenSince {
  return answer.kind === 'asking' || answer.kind === 'none' || answer.kind === 'failed';
}

function OpenAnswer({ answer, ask }: { readonly answer: OpenSince; readonly ask: () => Promise<void> }) {
  const { t } = usePanel();
  if (answer.kind === 'asking') return <p class="since quiet">{t('since.asking')}</p>;
  if (answer.kind === 'none') return <p class="since quiet">{t('history.none')}</p>;
  return (
    <div class="since">
      <p class="problem-note">{t('since.failed')}</p>
      <ActionButton small action="visible-since" label={t('since.again')} onClick={ask} />
    </div>
  );
}

function answerWords(answer: VisibleSince, t: Translate): string {
  if (answer.kind === 'opened') {
    const moment = momentWords(answer, t);
    return answer.change
      ? t(`since.opened.${answer.change.kind}`, { moment, ...changeParams(answer.change, t) })
      : t('since.opened', { moment });
  }
  if (answer.kind === 'unknown') return t(`since.unknown.${answer.why}`, { when: momentWords(answer, t) });
  return t(`since.${answer.kind}`, { backTo: momentWords({ at: answer.backTo }, t) });
}

function changeParams(change: VersionChange, t: Translate): Record<string, string> {
  const rule = 'before' in change ? change.before : 'after' in change ? change.after : undefined;
  const fields = 'fields' in change ? change.fields : [];
  return {
    rule: rule?.name ?? '',
    fields:
      fields.length === 0 ? t('since.condition') : fields.map((field) => t(`field.${field}`)).join(', '),
  };
}

/** What FullStory documents for sensitive data that was recorded, to be sent to whoever does it. */
function CleanUp({ since }: { readonly since: VisibleSince }) {
  const { t } = usePanel();
  const from =
    since.kind === 'opened' && since.at !== ''
      ? t('cleanUp.from', { when: since.at })
      : t('cleanUp.fromUnknown');
  const steps = ['pause', 'fix', 'support', 'resume'].map((step, at) => `${at + 1}. ${t(`cleanUp.${step}`)}`);
  const text = [t('cleanUp.title'), from, '', ...steps, '', t('cleanUp.source')].join('\n');
  return (
    <Disclosure class="clean-up" label={t('cleanUp.label')}>
      <CopyableText label={t('cleanUp.label')} text={text} action="copy-clean-up" />
    </Disclosure>
  );
}
