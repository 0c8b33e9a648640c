import type { ExampleClick, PickTarget } from '../../core/protocol.ts';
import { Treatment, treatmentOf } from '../../core/treatment/treatment.ts';
import { domAccess } from '../domAccess.ts';
import type { NodeIds } from '../nodeIds.ts';
import type { OverlayLabel } from '../overlay/overlayKinds.ts';
import type { OverlayWords } from '../overlay/overlayWords.ts';
import type { ScanIndex } from '../scanIndex.ts';
import { frameDocument } from './elementAtPoint.ts';
import { isInClosedRoot } from './isInClosedRoot.ts';
import { shortLabel } from './shortLabel.ts';

export interface ElementDescriber {
  /** What the panel is told of an element. */
  targetOf(element: Element): PickTarget;
  /** The words beside an element on the page; null when nothing is known of it. */
  labelOf(element: Element): OverlayLabel | null;
  /** The same for the element that the picker is on: which one it is, and what a click does, come too. */
  pickedLabelOf(element: Element): OverlayLabel;
}

export interface DescribeOptions {
  readonly ids: NodeIds;
  readonly words: OverlayWords;
  /** The scan whose treatments are shown. */
  readonly index: () => ScanIndex | undefined;
  /** What a click would do with the element as an example; undefined while no examples are collected. */
  readonly clickOn: (element: Element) => ExampleClick | undefined;
}

/** What the recorder would do with an element and why, for the panel and for the label on the page. */
export function createDescriber({ ids, words, index, clickOn }: DescribeOptions): ElementDescriber {
  function targetOf(element: Element): PickTarget {
    const node = ids.idOf(element);
    const decision = index()?.decisionOf(node);
    const click = clickOn(element);
    return {
      node,
      label: shortLabel(element),
      treatment: decision ? treatmentOf(decision.possible) : Treatment.unknown,
      rule: decision?.winner ?? -1,
      inherited: decision !== undefined && decision.node !== node,
      doubts: [...(decision?.doubts ?? [unknownBecause(element)]), ...sealedFrame(element)],
      ...(click === undefined ? undefined : { click }),
    };
  }

  function labelOf(element: Element): OverlayLabel | null {
    const node = ids.idOf(element);
    const scan = index();
    const decision = scan?.decisionOf(node);
    if (!scan || !decision) return null;
    const rule = scan.scan.rules[decision.winner]?.name;
    const from = decision.node === node ? undefined : ids.nodeOf(decision.node);
    return {
      treatment: words[`overlay.${treatmentOf(decision.possible)}`],
      rule: rule === undefined ? words['overlay.default'] : `${words['overlay.rule']} ${rule}`,
      ...(rule !== undefined && from && domAccess.isElement(from)
        ? { inheritedFrom: `${words['overlay.inherited']} ${shortLabel(from)}` }
        : undefined),
    };
  }

  function pickedLabelOf(element: Element): OverlayLabel {
    const label = labelOf(element) ?? {
      treatment: words['overlay.unknown'],
      rule: words[isInClosedRoot(element) ? 'overlay.closedRoot' : 'overlay.notRead'],
    };
    const click = clickOn(element);
    const sealed = sealedFrame(element).length > 0 ? words['overlay.sealedFrame'] : undefined;
    const note = click === undefined ? sealed : words[`overlay.click.${click}`];
    return {
      ...label,
      treatment: `${shortLabel(element)} \u00b7 ${label.treatment}`,
      ...(note === undefined ? undefined : { note }),
    };
  }

  return { targetOf, labelOf, pickedLabelOf };
}

function unknownBecause(element: Element): string {
  return isInClosedRoot(element) ? 'doubt.closed-root' : 'doubt.not-scanned';
}

/** A frame that shows a page of another site, or one that is sealed off: nothing in it can be pointed at from here. */
function sealedFrame(element: Element): string[] {
  const tag = domAccess.localName(element);
  if (tag !== 'iframe' && tag !== 'frame') return [];
  return frameDocument(element) === null ? ['doubt.sealed-frame'] : [];
}
