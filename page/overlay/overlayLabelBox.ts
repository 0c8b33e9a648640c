import type { Box, OverlayLabel } from './overlayKinds.ts';

/** Space between a label and its element, and the edge of the viewport. */
const gap = 6;

export interface OverlayLabelBox {
  show(label: OverlayLabel, anchor: Box): void;
  hide(): void;
}

/** The words beside an element: one small box inside our closed root, filled with text only. */
export function createOverlayLabelBox(stage: HTMLElement): OverlayLabelBox {
  const document = stage.ownerDocument;
  const box = document.createElement('div');
  const lines = ['treatment', 'rule', 'inherited', 'note'].map((name) => {
    const line = document.createElement('div');
    line.className = name;
    return line;
  });
  box.className = 'label';
  box.hidden = true;
  box.append(...lines);
  stage.append(box);

  return {
    show(label, anchor) {
      const texts = [label.treatment, label.rule ?? '', label.inheritedFrom ?? '', label.note ?? ''];
      lines.forEach((line, index) => {
        line.textContent = texts[index] ?? '';
        line.hidden = line.textContent === '';
      });
      box.hidden = false;
      const { width, height } = box.getBoundingClientRect();
      const above = anchor.y - height - gap;
      const below = Math.min(anchor.y + anchor.height + gap, stage.clientHeight - height - gap);
      const left = Math.max(gap, Math.min(anchor.x, stage.clientWidth - width - gap));
      box.style.transform = `translate(${Math.round(left)}px, ${Math.round(above > gap ? above : below)}px)`;
    },
    hide() {
      box.hidden = true;
    },
  };
}
