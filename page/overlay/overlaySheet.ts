/**
 * The overlay's whole style. Constant text: nothing of a page or a rule is ever put into it.
 * `!important` in `:host` beats everything the page's own sheets and attributes say about the host element,
 * so the page can neither fade the overlay out nor move it (DOM-based clickjacking, security.md C1).
 */
const css = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  z-index: 2147483647 !important;
  display: block !important;
  width: auto !important;
  height: auto !important;
  overflow: visible !important;
  pointer-events: none !important;
  contain: layout style !important;
}
.stage { position: absolute; inset: 0; overflow: hidden; }
canvas { position: absolute; left: 0; top: 0; pointer-events: none; }
.shield {
  position: absolute; inset: 0; width: 100%; height: 100%; border: 0; margin: 0; padding: 0;
  pointer-events: auto; background: transparent; color-scheme: only light;
}
.label {
  position: absolute; left: 0; top: 0; box-sizing: border-box; max-width: min(320px, 100%); padding: 6px 8px;
  border: 1px solid #fff; border-radius: 4px; outline: 1px solid #14213d; background: #14213d; color: #fff;
  font: 12px/1.4 system-ui, sans-serif; overflow-wrap: anywhere; pointer-events: none;
}
.label[hidden] { display: none; }
.treatment, .note { font-weight: 600; }
@media (forced-colors: active) {
  .label { background: Canvas; color: CanvasText; border-color: CanvasText; outline-color: CanvasText; }
}
@media (prefers-contrast: more) {
  .label { background: #000; font-size: 13px; }
}
@media print {
  .stage { display: none; }
}
`;

/** A constructed sheet: it passes every content security policy without a report (security.md C2). */
export function createOverlaySheet(view: Window & typeof globalThis): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
