import type { ScanChange, ScanComparison } from '../../core/findings/compareScans.ts';
import { usePanel } from '../PanelContext.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { byPlace, type DifferingPlace } from './byPlace.ts';

/** A page differs in thousands of values: those that look personal are shown first, then some of the rest. */
const maxPersonal = 12;
const maxPlain = 30;

export interface RecorderDifferencesProps {
  readonly names: readonly [string, string];
  readonly comparison: ScanComparison;
}

/** Where the two do not do the same: "Sentry would mask it, PostHog would send it". */
export function RecorderDifferences({ names, comparison }: RecorderDifferencesProps) {
  const { t } = usePanel();
  const [first, second] = names;
  const { newlyHidden, newlyVisible, maybeHidden } = comparison;
  if (newlyHidden.length + newlyVisible.length + maybeHidden.length === 0)
    return <p class="quiet">{t('compare.same', { first, second })}</p>;
  return (
    <>
      <DifferenceGroup
        names={names}
        changes={newlyHidden}
        title={t('compare.onlyOne', { recorder: first })}
      />
      <DifferenceGroup
        names={names}
        changes={newlyVisible}
        title={t('compare.onlyOne', { recorder: second })}
      />
      <DifferenceGroup
        names={names}
        changes={maybeHidden}
        title={t('compare.perhaps', { recorder: second })}
      />
    </>
  );
}

interface DifferenceGroupProps {
  readonly names: readonly [string, string];
  readonly changes: readonly ScanChange[];
  readonly title: string;
}

function DifferenceGroup({ names, changes, title }: DifferenceGroupProps) {
  const { t } = usePanel();
  if (changes.length === 0) return null;
  const personal = byPlace(changes.filter((change) => change.detector !== undefined));
  const plain = byPlace(changes.filter((change) => change.detector === undefined));
  return (
    <section class="compare-group">
      <h3 class="section-title">
        {title} <span class="count">{changes.length}</span>
      </h3>
      {personal.length > 0 && <Places names={names} places={personal} most={maxPersonal} />}
      {plain.length > 0 && (
        <Disclosure class="also" label={t('compare.plain', { count: plain.length })}>
          <Places names={names} places={plain} most={maxPlain} />
        </Disclosure>
      )}
    </section>
  );
}

interface PlacesProps {
  readonly names: readonly [string, string];
  readonly places: readonly DifferingPlace[];
  readonly most: number;
}

function Places({ names: [first, second], places, most }: PlacesProps) {
  const { state, t } = usePanel();
  return (
    <ul class="plain-list">
      {places.slice(0, most).map(({ change, count }) => {
        const name = state.placeName.value(change.node);
        const channel = t(`channel.${change.channel}`);
        return (
          <li key={`${change.node}:${change.channel}:${change.name ?? ''}:${change.part}`}>
            <button
              type="button"
              class="place"
              title={t('leaks.show')}
              onClick={() => state.flash(change.node)}
            >
              {change.sample !== undefined && <span class="sample mono">{change.sample}</span>}
              <span class="channel">
                {change.name === undefined ? channel : t('channel.named', { channel, name: change.name })}
                {count > 1 && ` × ${count}`}
              </span>
              {name !== '' && <span class="path">{name}</span>}
            </button>
            <p class="why-line">
              {t(`compare.does.${change.before}`, { recorder: first })};{' '}
              {t(`compare.does.${change.after}`, { recorder: second })}.
            </p>
          </li>
        );
      })}
      {places.length > most && <li class="quiet">{t('list.more', { count: places.length - most })}</li>}
    </ul>
  );
}
