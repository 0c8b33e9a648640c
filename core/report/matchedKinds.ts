import type { NodeEntry } from '../capture/captureRecord.ts';
import type { CaptureScan } from '../capture/captureScan.ts';

const mostKinds = 20;

/**
 * What kinds of element each rule hit, by tag and type (`input[type=email]`), sorted, the first 20. Read off the decisions: an
 * element whose treatment is not decided anew, inside something excluded, is not among them.
 *
 * @returns one list for each of the scan's rules, in their order
 */
export function matchedKinds(
  scan: Pick<CaptureScan, 'rules' | 'nodes' | 'decisions' | 'fields'>,
): string[][] {
  const types = new Map(scan.fields.map(({ node, tag, type }) => [node, tag === 'input' ? type : '']));
  const kinds = scan.rules.map(() => new Set<string>());
  for (const node of scan.nodes) {
    const decision = scan.decisions[node.decision];
    if (decision?.node !== node.id) continue;
    for (const rule of [decision.winner, ...decision.losers]) kinds[rule]?.add(kindOf(node, types));
  }
  return kinds.map((all) => [...all].toSorted().slice(0, mostKinds));
}

function kindOf({ id, step }: NodeEntry, types: ReadonlyMap<number, string>): string {
  const tag = step.replace(/:nth-child\(\d{1,9}\)$/, '');
  const type = types.get(id) ?? '';
  // A page may write anything into a type; browsers know what these are.
  return /^[a-z-]{1,20}$/.test(type) ? `${tag}[type=${type}]` : tag;
}
