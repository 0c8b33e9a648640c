import type { Uninspected } from '../core/capture/captureRecord.ts';
import type { CaptureScan } from '../core/capture/captureScan.ts';
import { createPathIndex } from '../core/capture/pathIndex.ts';
import { Possible } from '../core/treatment/treatment.ts';

/**
 * Which closed shadow roots are named as not inspected: all but those whose host is excluded for sure, or lies in a
 * part of the page that is excluded or named already.
 *
 * @param hosts paths of the elements that hold a closed root, as the browser tells them after the scan
 */
export function closedRootsNotInspected(hosts: readonly string[], scan: CaptureScan): Uninspected[] {
  const pathOf = createPathIndex(scan.nodes);
  const nodes = new Map(scan.nodes.map((node) => [pathOf(node.id), node]));
  const named = new Set(scan.uninspected.filter((item) => item.kind === 'frame').map((item) => item.path));

  function isAccountedFor(path: string): boolean {
    if (named.has(path)) return true;
    const node = nodes.get(path);
    return node !== undefined && scan.decisions[node.decision]?.possible === Possible.excluded;
  }

  // Parents come before what they hold, so a root in an unread root is named once, with the outer one.
  const found: Uninspected[] = [];
  for (const path of hosts) {
    if (prefixesOf(path).some(isAccountedFor)) continue;
    const node = nodes.get(path)?.id;
    // A page that changed since the scan may have put the host elsewhere: it is named all the same.
    found.push({
      kind: 'closed-shadow-root',
      path,
      ...(node === undefined ? undefined : { node }),
      reason: 'closed-shadow-root',
    });
  }
  return found;
}

/** The path and those of all nodes around it. */
function prefixesOf(path: string): string[] {
  const found = [path];
  for (const step of path.matchAll(/ (?:>|>>>) /g)) found.push(path.slice(0, step.index));
  return found;
}
