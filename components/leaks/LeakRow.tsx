import type { Finding, LeakPlace, LeakTag } from '../../core/findings/finding.ts';
import type { Translate } from '../../core/messages/translate.ts';
import { VisibleSinceLine } from '../history/VisibleSinceLine.tsx';
import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { shortPath } from '../parts/shortPath.ts';
import { NextStepLine } from './NextStepLine.tsx';
import { SuppressForm } from './SuppressForm.tsx';
import { TagChips } from './TagChips.tsx';

export interface LeakRowProps {
  readonly finding: Finding;
  /** Tags that stand above the list already. */
  readonly shownTags: readonly LeakTag[];
  /** So does this next step; '' when none does. */
  readonly shownStep: string;
}

/** One leaking value: what, through which channel, where, why, and what can be done about it. */
export function LeakRow({ finding, shownTags, shownStep }: LeakRowProps) {
  const { t } = usePanel();
  const [first, ...others] = finding.places;
  return (
    <li class="leak" data-finding={finding.id}>
      <p class="leak-line">
        {finding.sample !== '' && <span class="sample mono">{finding.sample}</span>}
        {finding.kind.type === 'field' && (
          <span class="once-typed">
            {t(finding.certainty === 'leak' ? 'finding.field' : 'finding.field-possible')}
          </span>
        )}
        <span class="channel">{channelWords(first, t)}</span>
      </p>
      <PlaceLines place={first} />
      {finding.field !== undefined && (
        <p class="why-line">{t('finding.value-in-field', { field: t(`fieldClass.${finding.field}`) })}</p>
      )}
      {finding.fieldWhy !== undefined && <p class="why-line">{fieldWhyWords(finding.fieldWhy, t)}</p>}
      {others.length > 0 && (
        <Disclosure class="also" label={t('leaks.alsoIn', { count: others.length })}>
          <ul class="plain-list">
            {others.map((place) => (
              <li key={`${place.node}:${place.channel}:${place.name ?? ''}:${place.path}`}>
                <p class="channel">{channelWords(place, t)}</p>
                <PlaceLines place={place} />
                <PlaceActions place={place} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <NextStepLine place={first} shown={shownStep} />
      <TagChips tags={finding.tags.filter((tag) => !shownTags.includes(tag))} />
      <PlaceActions place={first} />
      <VisibleSinceLine finding={finding} />
      <SuppressForm finding={finding} />
    </li>
  );
}

function fieldWhyWords([key, detail]: readonly [string, string], t: Translate): string {
  return t('leaks.knownBy', { field: t(key, { detail }) });
}

function channelWords(place: LeakPlace, t: Translate): string {
  // Some channels hold more than one thing: what the page says to its recorder travels with interactions.
  const own = `channel.of.${place.policy ?? ''}`;
  const channel = t(t.has(own) ? own : `channel.${place.channel}`);
  return place.name === undefined ? channel : t('channel.named', { channel, name: place.name });
}

function PlaceLines({ place }: { readonly place: LeakPlace }) {
  const { state, t } = usePanel();
  const rule = place.rule === undefined ? undefined : ruleName(place.rule, state.ruleSet.value);
  const key = `why.${place.why}`;
  const name = state.placeName.value(place.node);
  return (
    <>
      {place.path !== '' && (
        <p class={name === '' ? 'path mono' : 'path'} title={place.path}>
          {name === '' ? shortPath(place.path) : name}
        </p>
      )}
      {place.isPast && <PastLine />}
      <p class="why-line">
        {t.has(key) ? t(key, { rule: rule ?? '', recorder: state.session.profile.value.name }) : place.why}
      </p>
    </>
  );
}

/** Until the page was looked at again nobody knows whether it is still there. */
function PastLine() {
  const { state, t } = usePanel();
  const { stale, phase } = state.current;
  const isChecked = !stale.value && phase.value.kind === 'done';
  return <p class="why-line past">{t(isChecked ? 'leaks.past' : 'leaks.late')}</p>;
}

function ruleName(id: string, ruleSet: ReturnType<typeof usePanel>['state']['ruleSet']['value']): string {
  return ruleSet?.rules.find((rule) => rule.id === id)?.name ?? id;
}

/** Element rules do not reach the URL, the title or the console: there it says so instead of offering a rule. */
const withoutElement = new Set(['url', 'title', 'console', 'meta', 'jsonld', 'resource', 'interaction']);

function PlaceActions({ place }: { readonly place: LeakPlace }) {
  const { state, t } = usePanel();
  // Nothing can be shown or picked of what is not there; "Check again" looks whether it is.
  if (place.isPast) return null;
  const maskable = !withoutElement.has(place.channel);
  return (
    <div class="actions">
      {place.path !== '' && (
        <button
          type="button"
          class="button button-small"
          data-action="show"
          onClick={() => state.flash(place.node)}
        >
          {t('leaks.show')}
        </button>
      )}
      {maskable && (
        <>
          <button
            type="button"
            class="button button-small"
            data-action="mask"
            onClick={() => state.proposeRule(place.node, 'mask')}
          >
            {t('leaks.mask')}
          </button>
          <button
            type="button"
            class="button button-small button-quiet"
            data-action="exclude"
            onClick={() => state.proposeRule(place.node, 'exclude')}
          >
            {t('leaks.exclude')}
          </button>
        </>
      )}
    </div>
  );
}
