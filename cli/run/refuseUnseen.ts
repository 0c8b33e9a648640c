import type { PlannedLook } from '../../core/check/plannedLook.ts';
import { seedOf } from '../check/attendantsOf.ts';
import { isSnapshotTarget } from '../readSnapshotTarget.ts';
import type { Target } from '../target.ts';
import { UsageError } from '../usageError.ts';

/**
 * What is asked for and cannot be done is refused: left out in silence it would be a page that was looked at less
 * closely than its report says.
 *
 * @throws UsageError
 */
export function refuseUnseen(
  { page, settings }: Pick<PlannedLook, 'page' | 'settings'>,
  target: Target,
  browser: boolean,
): void {
  const isVisited = seedOf(settings.visitor) !== undefined;
  if (settings.wire && !isVisited)
    throw new UsageError(
      `${page}: the wire check looks for what the synthetic visitor typed: ask for --visitor too`,
    );
  if (browser && !isSnapshotTarget(target)) return;
  const { watch = 0, waitFor, login, viewport, wire, consent } = settings;
  const acts = consent?.click ?? consent?.cookies ?? consent?.localStorage;
  const asked = [
    ...(isVisited ? ['visitor'] : []),
    ...(wire ? ['wire'] : []),
    ...(watch > 0 ? ['watch'] : []),
    ...(waitFor === undefined ? [] : ['waitFor']),
    ...(login === undefined ? [] : ['login']),
    ...(viewport === undefined ? [] : ['viewport']),
    ...(acts === undefined ? [] : ['consents']),
  ];
  if (asked.length > 0)
    throw new UsageError(
      `${page} is read as a saved page, which does nothing by itself: no ${asked.join(', ')}`,
    );
}
