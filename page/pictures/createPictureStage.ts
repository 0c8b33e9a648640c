import type { PictureMarks } from '../../core/report/pictureMarks.ts';
import { domAccess } from '../domAccess.ts';
import { createUnreadable, type Unreadable } from './createUnreadable.ts';
import { createMarkLayer, type PictureMark } from './drawMarks.ts';

/** What the command line asks for, one after the other. Once begun the page is spoilt. */
export interface PictureStage {
  /** @returns size of the page in CSS pixels */
  begin(isReadable: boolean): { readonly width: number; readonly height: number };
  /** A closed shadow root, before anything is begun. */
  know(root: ShadowRoot): void;
  /** @returns numbers of the leaks that can be seen */
  before(marks: PictureMarks): number[];
  after(marks: PictureMarks): void;
  /** Whether the page stayed unreadable; true when it was meant to be read. */
  isStill(): boolean;
}

export function createPictureStage(
  document: Document,
  nodeOf: (id: number) => Node | undefined,
): PictureStage {
  const closed = new Map<Element, ShadowRoot>();
  let unreadable: Unreadable | undefined;
  let layer: ReturnType<typeof createMarkLayer> | undefined;

  const elementsOf = (ids: readonly number[]): Element[] =>
    ids.flatMap((id) => {
      const node = nodeOf(id);
      return node instanceof Element && node.isConnected ? [node] : [];
    });
  // Not before the first picture: nothing of ours is made unreadable.
  const draw = (marks: readonly PictureMark[]): number[] => {
    layer ??= createMarkLayer(document);
    return layer.draw(marks);
  };
  const covers = (): PictureMark[] => [{ look: 'covered', elements: [...(unreadable?.covered() ?? [])] }];

  return {
    begin(isReadable) {
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement) activeElement.blur();
      document.defaultView?.scrollTo({ left: 0, top: 0, behavior: 'instant' });
      if (!isReadable) unreadable = createUnreadable(document, closed);
      const { scrollWidth, scrollHeight, clientWidth } = document.documentElement;
      return { width: Math.min(scrollWidth, clientWidth), height: scrollHeight };
    },
    know(root) {
      closed.set(domAccess.host(root), root);
    },
    before({ leaks }) {
      const marks = leaks.map(
        ({ nodes, number, isLeak }): PictureMark => ({
          elements: elementsOf(nodes),
          look: isLeak ? 'leak' : 'possible',
          number,
        }),
      );
      return draw([...covers(), ...marks]);
    },
    after({ masked, excluded, unknown }) {
      draw([
        ...covers(),
        { look: 'masked', elements: elementsOf(masked) },
        { look: 'unknown', elements: elementsOf(unknown) },
        { look: 'excluded', elements: elementsOf(excluded) },
      ]);
    },
    isStill: () => unreadable?.isStill() ?? true,
  };
}
