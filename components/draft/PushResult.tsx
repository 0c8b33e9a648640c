import type { Translate } from '../../core/messages/translate.ts';
import { pushedRules } from '../../core/settings/pushedRules.ts';
import type { PushRecord } from '../../core/settings/pushPlan.ts';
import { shortTime } from '../Notices.tsx';
import { usePanel } from '../PanelContext.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice, type NoticeTone } from '../parts/Notice.tsx';
import { modeWords } from './modeWords.ts';
import { PushedRuleRow } from './PushedRuleRow.tsx';
import { pushProblemWords } from './pushProblemWords.ts';

/** How a push stands as a whole. */
type Standing = 'confirmed' | 'waits' | 'asks' | 'incomplete';

const tones: Readonly<Record<Standing, NoticeTone>> = {
  confirmed: 'good',
  waits: 'info',
  asks: 'warn',
  incomplete: 'bad',
};

/** What became of a push, rule by rule. "Confirmed" means: read back, and it is what was written. */
export function PushResult({ push }: { readonly push: PushRecord }) {
  const { state, t } = usePanel();
  const standing = standingOf(push);
  const mode = modeWords(push.mode, state.settings.state.value?.connection);
  const title = titleOf(push, standing, t(`push.done.${mode}`), t);
  return (
    <section class="push-result" data-push-state={standing} data-push={push.id} aria-label={title}>
      <Notice tone={tones[standing]} title={title} actions={<Actions push={push} standing={standing} />}>
        {push.stoppedBy !== undefined && <p>{pushProblemWords(push.stoppedBy, t)}</p>}
        {standing === 'waits' && push.waitsUntil !== undefined && (
          <p>{t('push.waits.until', { time: shortTime(push.waitsUntil, t.locale) })}</p>
        )}
        {standing === 'asks' && (
          <p>{t(push.changes.some(({ weakens }) => weakens) ? 'push.asks.weaker' : 'push.asks.why')}</p>
        )}
        {standing !== 'confirmed' && <p>{t('push.halfMeans')}</p>}
      </Notice>
      <ul class="pushed-rules">
        {pushedRules(push).map((rule) => (
          <PushedRuleRow key={rule.change.id} rule={rule} push={push} />
        ))}
      </ul>
    </section>
  );
}

function standingOf(push: PushRecord): Standing {
  if (push.steps.every((one) => one.state === 'confirmed')) return 'confirmed';
  if (push.heldSince !== undefined) return 'asks';
  const isUnsettled = push.steps.some(({ state }) => state === 'unknown' || state === 'in-flight');
  return push.finishedAt === undefined && !isUnsettled ? 'waits' : 'incomplete';
}

function titleOf(push: PushRecord, standing: Standing, done: string, t: Translate): string {
  const written = push.steps.filter((step) => step.state === 'confirmed').length;
  if (standing === 'confirmed') return done;
  if (standing === 'waits' && written === 0) return t('push.waits');
  if (standing === 'asks') return t('push.asks', { time: shortTime(push.startedAt, t.locale) });
  return t('push.half', { done: written, all: push.steps.length });
}

function Actions({ push, standing }: { readonly push: PushRecord; readonly standing: Standing }) {
  const { state, t } = usePanel();
  if (standing === 'confirmed' || push.finishedAt !== undefined) return null;
  const decide = (decision: 'go-on' | 'take-back') => state.push.decide(push.id, decision);
  const goOn = { waits: 'push.tryNow', asks: 'push.goOn', incomplete: 'push.readBack' }[standing];
  return (
    <>
      <ActionButton
        small
        action={standing === 'asks' ? 'go-on' : 'read-back'}
        label={t(goOn)}
        onClick={() => decide('go-on')}
      />
      {standing !== 'incomplete' && (
        <ActionButton
          small
          action="take-back"
          label={t('push.takeBack')}
          onClick={() => decide('take-back')}
        />
      )}
    </>
  );
}
