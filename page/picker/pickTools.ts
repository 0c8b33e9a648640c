// What a panel can ask about single elements: pick one, collect examples, suggest selectors. Called by the page tools.
// One function of more than 40 lines: its parts share the examples and the matches that are shown.

import type { Example, PanelToPage } from '../../core/protocol.ts';
import { domAccess, type QueryRoot } from '../domAccess.ts';
import type { NodeIds } from '../nodeIds.ts';
import type { Overlay, OverlayLabel } from '../overlay/createOverlay.ts';
import type { PageSessionOptions } from '../pageSession.ts';
import type { ScanIndex } from '../scanIndex.ts';
import { createExampleSet } from './createExampleSet.ts';
import { createPicker } from './createPicker.ts';
import { createDescriber } from './describeElement.ts';
import { isInClosedRoot } from './isInClosedRoot.ts';
import { shortLabel } from './shortLabel.ts';
import { stepElement } from './stepElement.ts';

type PickMessages = Pick<
  PanelToPage,
  'picker/arm' | 'picker/disarm' | 'picker/step' | 'picker/choose' | 'examples/set' | 'selectors/suggest'
>;

export interface PickTools {
  readonly handlers: { readonly [K in keyof PickMessages]: (body: PickMessages[K]) => void };
  labelFor(element: Element, picked: boolean): OverlayLabel | null;
  /** Where a selector is tried: what was read, and the closed roots of what was picked, which only a picker looks into. */
  roots(): QueryRoot[];
}

export interface PickToolsOptions extends PageSessionOptions {
  readonly ids: NodeIds;
  readonly overlay: Overlay;
  /** Documents and open shadow roots of the page. */
  readonly readRoots: () => Node[];
  /** The scan whose treatments are shown. */
  readonly index: () => ScanIndex | undefined;
  /** What the selector that is shown matches now. */
  readonly previewed: () => readonly Element[];
  readonly elementsOf: (nodes: readonly number[]) => Element[];
}

export function createPickTools(options: PickToolsOptions): PickTools {
  const { document, signal, send, ids, overlay, previewed, elementsOf } = options;
  const now = () => performance.now();
  const examples = createExampleSet((element) => previewed().includes(element));
  let collecting = false;
  /** What was asked about last: its closed root, if it has one, is searched too. */
  let asked: readonly Element[] = [];
  const describer = createDescriber({
    ids,
    words: options.words,
    index: options.index,
    clickOn: (element) => (collecting ? examples.clickOn(element) : undefined),
  });

  const picker = createPicker({
    document,
    overlay,
    signal,
    describe: describer.targetOf,
    openClosedRoot: options.openOrClosedRoot,
    nextMatch,
    snap: (element) => (collecting ? nearestMarked(element) : element),
    onHover: (target) => send({ type: 'picker/hover', body: { target } }),
    onPick(element, target) {
      if (collecting) {
        examples.click(element);
        tellExamples();
      } else send({ type: 'picker/picked', body: { target, candidates: suggest(element) } });
    },
    onLeave: () => undefined,
    onArmed(state) {
      if (!state.armed) collecting = false;
      send({ type: 'picker/armed', body: state });
    },
  });

  function nextMatch(from: Element | null): Element | null {
    const matches = previewed();
    const at = from ? matches.indexOf(from) : -1;
    return matches[(at + 1) % Math.max(1, matches.length)] ?? null;
  }

  /** A word inside a match is meant to be the match: it is what can be left out. */
  function nearestMarked(element: Element): Element {
    const marked = new Set(previewed());
    const steps = { openClosedRoot: undefined, isOurs: () => false };
    for (let above: Element | null = element; above; above = stepElement(above, 'parent', steps)) {
      if (marked.has(above) || examples.has(above)) return above;
    }
    return element;
  }

  function roots(): QueryRoot[] {
    const read = options.readRoots() as QueryRoot[];
    const closed = asked
      .filter((element) => element.isConnected && isInClosedRoot(element))
      .map((element) => domAccess.rootNode(element) as QueryRoot);
    return [...new Set([...read, ...closed])];
  }

  function suggest(element: Element) {
    asked = [element];
    const candidates = options.author().suggestForElement({ element, roots: roots(), idOf: ids.idOf, now });
    if (!isInClosedRoot(element)) return candidates;
    return candidates.map((one) => ({ ...one, notes: [...one.notes, 'closed-root'] }));
  }

  function tellExamples(): void {
    const included = examples.included.filter((element) => element.isConnected);
    const excluded = examples.excluded.filter((element) => element.isConnected);
    examples.set(included, excluded);
    overlay.outline(included, 'include');
    overlay.outline(excluded, 'exclude');
    asked = [...included, ...excluded];
    const answer = options
      .author()
      .suggestForElements({ included, excluded, roots: roots(), idOf: ids.idOf, now });
    send({
      type: 'examples/changed',
      body: { included: included.map(example), excluded: excluded.map(example), answer },
    });
  }

  function example(element: Element): Example {
    return { node: ids.idOf(element), label: shortLabel(element) };
  }

  return {
    labelFor: (element, picked) => (picked ? describer.pickedLabelOf(element) : describer.labelOf(element)),
    roots,
    handlers: {
      'picker/arm': ({ forExamples }) => {
        collecting = forExamples;
        picker.arm({ stays: forExamples });
      },
      'picker/disarm': () => picker.disarm(),
      'picker/step': ({ to }) => picker.step(to),
      'picker/choose': () => picker.choose(),
      'examples/set': ({ included, excluded }) => {
        examples.set(elementsOf(included), elementsOf(excluded));
        tellExamples();
        picker.describeAgain();
      },
      'selectors/suggest': ({ requestId, node }) => {
        const [element] = elementsOf([node]);
        send({
          type: 'selectors/suggested',
          body: { requestId, candidates: element ? suggest(element) : [] },
        });
      },
    },
  };
}
