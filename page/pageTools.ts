import { maxChunkLength, type PanelToPage, type ScanPurpose } from '../core/protocol.ts';
import { cssTextOf } from './cssText.ts';
import { domAccess, type QueryRoot } from './domAccess.ts';
import type { NodeIds } from './nodeIds.ts';
import { createOverlay } from './overlay/createOverlay.ts';
import { overlayTargets } from './overlayTargets.ts';
import type { PageSessionOptions } from './pageSession.ts';
import { createPickTools } from './picker/pickTools.ts';
import { type PreviewAnswer, previewMatches } from './previewMatches.ts';
import { runSliced } from './runSliced.ts';
import type { ScanIndex } from './scanIndex.ts';
import type { SelectorAuthor } from './selectorAuthor.ts';
import type { SelectorCosts } from './selectorCosts.ts';
import { createSelectorTools } from './selectorTools.ts';
import type { PageVisitor } from './visitor/pageVisitor.ts';

type ToolMessages = Omit<PanelToPage, 'scan/start' | 'scan/cancel' | 'watch/set' | 'snapshot/take'>;

export interface PageTools {
  readonly handlers: { readonly [K in keyof ToolMessages]: (body: ToolMessages[K]) => void };
  isOurs(node: Node): boolean;
  /** Something on the page moved or changed. */
  refresh(): void;
  /** There is a new scan for this purpose: what is drawn from it is drawn anew. */
  scanChanged(purpose: ScanPurpose): void;
}

export interface PageToolsOptions extends PageSessionOptions {
  readonly ids: NodeIds;
  readonly costs: SelectorCosts;
  readonly scanFor: (purpose: ScanPurpose) => ScanIndex | undefined;
  /** Documents and open shadow roots of the page. */
  readonly roots: () => Node[];
}

/** First matched nodes that are told to the panel: it walks through them one by one. */
const maxNodes = 500;

/** A sixth of what a message may hold: no character takes more than six in JSON. */
const stylePiece = Math.floor(maxChunkLength / 6) - 100;

/** Everything a panel can ask of a page besides scanning it: marks, previews, picking, suggestions. */
export function createPageTools(options: PageToolsOptions): PageTools {
  const { document, signal, send, ids, costs, scanFor, roots } = options;
  // The overlay's host enters the page when something is drawn, and leaves it when nothing is.
  const overlay = createOverlay({
    document,
    signal,
    labelFor: (element, picked) => picks.labelFor(element, picked),
    onLost: (reason) => send({ type: 'overlay/lost', body: { reason } }),
  });
  let shown: ScanPurpose | undefined;
  let leaking: readonly Element[] = [];
  let previewed: readonly Element[] = [];
  let matching = new AbortController();

  const picks = createPickTools({
    ...options,
    overlay,
    readRoots: roots,
    index: () => scanFor(shown ?? 'current') ?? scanFor('current'),
    previewed: () => previewed,
    elementsOf,
  });

  function elementsOf(nodes: readonly number[]): Element[] {
    return nodes.flatMap((id) => {
      const node = ids.nodeOf(id);
      return node && domAccess.isElement(node) ? [node] : [];
    });
  }

  function draw(): void {
    if (!shown) return;
    const index = scanFor(shown) ?? scanFor('current');
    if (!index) return;
    const targets = overlayTargets(index.scan);
    overlay.show(
      new Map([
        ['excluded', elementsOf(targets.excluded)],
        ['masked', elementsOf(targets.masked)],
        ['unknown', elementsOf(targets.unknown)],
        ['leaking', leaking],
      ]),
    );
  }

  async function matchPreview({ requestId, selector, exceptions }: PanelToPage['preview/match']) {
    matching.abort();
    matching = new AbortController();
    const ended = AbortSignal.any([signal, matching.signal]);
    const work = previewMatches({ roots: picks.roots(), selector, exceptions, costs });
    let answer: PreviewAnswer;
    try {
      answer = await runSliced(work, { signal: ended });
    } catch (error) {
      // Another selector is asked for by now, or the panel is gone.
      if (ended.aborted) return;
      throw error;
    }
    if ('problem' in answer) {
      const nothing = { count: 0, nodes: [], spared: [], milliseconds: 0 };
      send({ type: 'preview/result', body: { requestId, ...nothing, problem: answer.problem } });
      return;
    }
    previewed = answer.matched;
    overlay.outline(previewed, 'preview');
    const nodes = previewed.slice(0, maxNodes).map((element) => ids.idOf(element));
    const { spared, milliseconds } = answer;
    const body = { requestId, count: previewed.length, nodes, spared, milliseconds };
    send({ type: 'preview/result', body });
  }

  function sendStyles(requestId: number): void {
    const css = readableStyles();
    for (let from = 0; from === 0 || from < css.length; from += stylePiece) {
      const last = from + stylePiece >= css.length;
      send({ type: 'replay/styles', body: { requestId, css: css.slice(from, from + stylePiece), last } });
    }
  }

  function readableStyles(): string {
    return roots()
      .flatMap((root) => [...(root as Document).styleSheets])
      .map(cssTextOf)
      .join('\n');
  }

  const isOurs = (node: Node) => node === overlay.host;
  let rotTools: ReturnType<SelectorAuthor['createRotTools']> | undefined;
  const rot = () => {
    rotTools ??= options.author().createRotTools({ ids, send, roots, isOurs, signal });
    return rotTools;
  };

  let filler: ReturnType<PageVisitor['createIdentityFiller']> | undefined;
  function fillForm({ requestId, seed, locale }: PanelToPage['form/fill']): void {
    try {
      filler ??= options.visitor().createIdentityFiller({ document, isOurs });
      send({ type: 'form/filled', body: { requestId, ...filler({ seed, locale }) } });
    } catch (error) {
      // A page whose own scripts break while it is typed into: what was typed by then is not known.
      const reason = error instanceof Error ? error.message : String(error);
      send({ type: 'form/failed', body: { requestId, reason } });
    }
  }

  return {
    isOurs,
    refresh: () => overlay.refresh(),
    scanChanged(purpose) {
      if (purpose === shown || shown !== undefined) draw();
    },
    handlers: {
      ...createSelectorTools(options),
      'overlay/show': ({ on, purpose }) => {
        shown = on ? purpose : undefined;
        if (on) draw();
        else overlay.hide();
      },
      'overlay/leaks': ({ nodes }) => {
        leaking = elementsOf(nodes);
        draw();
      },
      'overlay/flash': ({ node }) => {
        const [element] = elementsOf([node]);
        if (element) overlay.flash(element);
      },
      'preview/match': (body) => void matchPreview(body),
      'preview/clear': () => {
        matching.abort();
        previewed = [];
        overlay.outline([], 'preview');
      },
      ...picks.handlers,
      'source/outline': ({ requestId, node }) => {
        const [element] = elementsOf([node]);
        const outline = element
          ? options.author().outlineElement(element, roots() as QueryRoot[], () => performance.now())
          : [];
        send({ type: 'source/outlined', body: { requestId, outline } });
      },
      'sketch/read': (body) => rot()['sketch/read'](body),
      'lookalikes/find': (body) => rot()['lookalikes/find'](body),
      'form/fill': fillForm,
      'replay/styles': ({ requestId }) => sendStyles(requestId),
    },
  };
}
