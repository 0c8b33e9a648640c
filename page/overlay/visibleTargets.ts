import type { BoxKind } from './overlayKinds.ts';
import { trackVisible, type VisibleTrack } from './trackVisible.ts';

export interface VisibleTargets {
  set(kind: BoxKind, elements: readonly Element[]): void;
  /** Elements of each kind that may be in the viewport. */
  visible(): [kind: BoxKind, elements: Element[]][];
  isEmpty(): boolean;
  clear(): void;
}

/** What is to be drawn, by kind. Each kind has an observer of its own: replacing one leaves the others alone. */
export function createVisibleTargets(view: Window & typeof globalThis, onChange: () => void): VisibleTargets {
  const tracks = new Map<BoxKind, VisibleTrack>();

  function drop(kind: BoxKind): void {
    tracks.get(kind)?.end();
    tracks.delete(kind);
  }

  return {
    set(kind, elements) {
      drop(kind);
      if (elements.length > 0) tracks.set(kind, trackVisible(view, elements, onChange));
    },
    visible: () => [...tracks].map(([kind, track]) => [kind, [...track.visible()]]),
    isEmpty: () => tracks.size === 0,
    clear() {
      for (const kind of [...tracks.keys()]) drop(kind);
    },
  };
}
