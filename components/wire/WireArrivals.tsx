import type { Translate } from '../../core/messages/translate.ts';
import { profileById } from '../../core/profiles/registry.ts';
import type { WireArrival, WireReceiver } from '../../core/wire/wireReport.ts';
import { usePanel } from '../PanelContext.ts';
import { Icon } from '../parts/Icon.tsx';

const mostShown = 50;

interface Received {
  readonly receiver: WireReceiver;
  readonly arrivals: readonly WireArrival[];
}

/** Who received which kinds of test values: recorders and other companies first. */
export function WireArrivals({ arrivals }: { readonly arrivals: readonly WireArrival[] }) {
  const { t } = usePanel();
  const receivers = byReceiver(arrivals);
  return (
    <>
      <p class="wire-head">{t('wireWatch.arrivals')}</p>
      <ul class="plain-list wire-arrivals">
        {receivers.slice(0, mostShown).map((received) => (
          <Receiver key={received.receiver.origin} received={received} />
        ))}
        {receivers.length > mostShown && (
          <li class="quiet">{t('list.more', { count: receivers.length - mostShown })}</li>
        )}
      </ul>
    </>
  );
}

function Receiver({ received: { receiver, arrivals } }: { readonly received: Received }) {
  const { t } = usePanel();
  const carriers = new Set(
    arrivals.flatMap((arrival) => arrival.carriers.map((carrier) => t(`wireWatch.carrier.${carrier}`))),
  );
  return (
    <li data-receiver={receiver.origin}>
      <p class="wire-line">
        <Icon name={rankOf(receiver) < 2 ? 'alert' : 'question'} />
        <span>
          <span class="mono wrap">{receiver.origin}</span> {receiverWords(receiver, t)}
        </span>
      </p>
      <p data-arrivals={arrivals.map(({ kind }) => kind).join(' ')}>
        {arrivals.map((arrival) => arrivalWords(arrival, t)).join(', ')}
      </p>
      <p class="why-line">{[...carriers].join(', ')}</p>
    </li>
  );
}

function byReceiver(arrivals: readonly WireArrival[]): readonly Received[] {
  const groups = new Map<string, WireArrival[]>();
  for (const arrival of arrivals) {
    const group = groups.get(arrival.receiver.origin);
    if (group) group.push(arrival);
    else groups.set(arrival.receiver.origin, [arrival]);
  }
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ receiver: group[0].receiver, arrivals: group }] : []))
    .toSorted((one, other) => rankOf(one.receiver) - rankOf(other.receiver));
}

function arrivalWords({ kind, match }: WireArrival, t: Translate): string {
  const name = kind === 'text' ? t('channelName.text') : t(`fieldClass.${kind}`);
  return match === 'whole' ? name : t('wireWatch.inOtherForm', { name, form: t(`wireWatch.${match}`) });
}

function rankOf({ recorder, isThirdParty }: WireReceiver): number {
  return recorder !== undefined ? 0 : isThirdParty ? 1 : 2;
}

function receiverWords({ recorder, isThirdParty }: WireReceiver, t: Translate): string {
  if (recorder !== undefined)
    return t('wireWatch.recorder', { recorder: profileById(recorder)?.name ?? recorder });
  return t(isThirdParty ? 'wireWatch.thirdParty' : 'wireWatch.firstParty');
}
