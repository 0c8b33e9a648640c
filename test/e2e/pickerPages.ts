import type { ServedPage } from './servePages.ts';

const block = 'style="display:block;width:360px;height:34px;margin:0"';

/**
 * Everything that makes picking hard on one page; nothing on it moves by itself. No class here is a word of the text:
 * such a class may be somebody's data, and no selector would have it.
 */
export const pickerPages: Readonly<Record<string, ServedPage>> = {
  '/picker.html': {
    body: `<!doctype html><html lang="en"><head><title>Hard to pick on</title></head><body>
<h1 ${block}>Orders</h1>
<p class="line recipient" ${block}>Jane Doe</p>
<p class="line recipient gift" ${block}>Oleg Petrov</p>
<p class="line total" ${block}>12.00</p>
<p class="imprint" ${block}>x</p>
<div id="outer"><template shadowrootmode="open"><section><div id="inner"><template shadowrootmode="open">
<p class="nested-note" ${block}>x</p></template></div></section></template></div>
<div id="shut" ${block}></div>
<main style="pointer-events:none"><p class="unhittable" ${block}>x</p></main>
<iframe id="one" src="/one.html" style="width:400px;height:120px;border:0"></iframe>
<div id="menu" popover><p class="menu-note" ${block}>x</p></div>
<dialog id="box"><p class="modal-note" ${block}>x</p></dialog>
<script>
const root = document.querySelector('#shut').attachShadow({ mode: 'closed' });
root.innerHTML = '<p class="sealed-note" ${block}>x</p>';
window.heard = [];
for (const type of ['pointerdown','pointerup','pointermove','mousedown','mouseup','mousemove','click','touchstart','keydown'])
  window.addEventListener(type, (event) => { heard.push(type); event.stopImmediatePropagation(); }, true);
// Takes away what is not its own, a few times; the picker comes back.
let removals = 3;
new MutationObserver((records) => {
  for (const { addedNodes } of records) for (const node of addedNodes) if (removals-- > 0) node.remove();
}).observe(document.documentElement, { childList: true });
</script></body></html>`,
  },
  '/one.html': {
    body: '<!doctype html><title>one</title><body style="margin:0"><iframe src="/two.html" style="width:390px;height:100px;border:0"></iframe>',
  },
  '/two.html': {
    body: `<!doctype html><title>two</title><body style="margin:0"><p class="framed-note" ${block}>x</p>`,
  },
};

/** A page with a frame of another origin. */
export function pageWithFrame(frameUrl: string): ServedPage {
  return {
    body: `<!doctype html><html lang="en"><head><title>With a frame</title></head><body style="margin:0"><h1 ${block}>Pay</h1>
<iframe src="${frameUrl}" style="width:400px;height:200px;border:0;display:block"></iframe></body></html>`,
  };
}

export const framedPage: ServedPage = {
  body: `<!doctype html><html lang="en"><head><title>Payment</title></head><body style="margin:0">
<p class="card-line" ${block}>Card of Jane Doe</p><p class="card-line expiry" ${block}>12/30</p></body></html>`,
};
