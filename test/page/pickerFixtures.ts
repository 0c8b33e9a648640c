import type { TestPageFiles } from './serveTestPage.ts';

/** A page that makes picking hard, and the way to one element of it. */
export interface PickerFixture {
  readonly name: string;
  readonly html: string;
  readonly files?: TestPageFiles;
  /** Runs in the page before the picker is there. */
  readonly setup?: string;
  /** Expression for the element that is to be picked. */
  readonly target: string;
  /** From the page's body to the target. */
  readonly steps: readonly ('parent' | 'child' | 'previous' | 'next')[];
  /** Is the shield hit, so that the page hears nothing of the pointer? */
  readonly shielded: boolean;
  /** The page keeps keys from everybody else: only the panel's keys work. */
  readonly stopsKeys?: boolean;
}

const block = 'style="display:block;height:60px"';

export const pickerFixtures: readonly PickerFixture[] = [
  {
    name: 'nested open shadow roots',
    html: `<div id="outer"><template shadowrootmode="open"><div id="inner"><template shadowrootmode="open">
      <p id="target" ${block}>deep</p></template></div></template></div>`,
    target: `document.querySelector('#outer').shadowRoot.querySelector('#inner').shadowRoot.querySelector('#target')`,
    steps: ['child', 'child', 'child'],
    shielded: true,
  },
  {
    name: 'a closed shadow root',
    html: '<div id="shut"></div>',
    setup: `const root = document.querySelector('#shut').attachShadow({ mode: 'closed' });
      root.innerHTML = '<p id="target" ${block}>closed</p>';
      closedRoots = new Map([[document.querySelector('#shut'), root]]);`,
    target: `closedRoots.get(document.querySelector('#shut')).querySelector('#target')`,
    steps: ['child', 'child'],
    shielded: true,
  },
  {
    name: 'frames in frames',
    html: '<iframe id="one" src="/one" style="width:400px;height:300px;border:3px solid"></iframe>',
    files: {
      '/one': { body: '<iframe id="two" src="/two" style="width:300px;height:200px"></iframe>' },
      '/two': { body: `<p id="target" ${block}>framed</p>` },
    },
    setup: `await new Promise((done) => { const look = () => document.querySelector('#one').contentDocument
      ?.querySelector('#two')?.contentDocument?.querySelector('#target') ? done() : setTimeout(look, 20); look(); });`,
    target: `document.querySelector('#one').contentDocument.querySelector('#two').contentDocument.querySelector('#target')`,
    // frame, its body, the inner frame, its body, the element
    steps: ['child', 'child', 'child', 'child', 'child'],
    shielded: true,
  },
  {
    name: 'a modal dialog of the page',
    html: `<dialog id="box"><p id="target" ${block}>modal</p></dialog>`,
    setup: `document.querySelector('#box').showModal();`,
    target: `document.querySelector('#target')`,
    steps: ['child', 'child'],
    shielded: false,
  },
  {
    name: 'a popover of the page',
    html: `<div id="menu" popover style="width:300px;height:200px"><p id="target" ${block}>menu</p></div>`,
    setup: `document.querySelector('#menu').showPopover();`,
    target: `document.querySelector('#target')`,
    steps: ['child', 'child'],
    shielded: true,
  },
  {
    name: 'what ignores the pointer',
    html: `<main style="pointer-events:none"><p id="target" ${block}>unhittable</p></main>`,
    target: `document.querySelector('#target')`,
    steps: ['child', 'child'],
    shielded: true,
  },
  {
    name: 'a page that stops every event and removes what is not its own',
    html: `<main><p id="target" ${block}>mine</p></main><script>
      for (const type of ['pointermove','pointerdown','pointerup','mousemove','mousedown','mouseup','click','keydown','keyup'])
        window.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) if (removals-- > 0) node.remove();
      }).observe(document.documentElement, { childList: true });
      var removals = 4;</script>`,
    target: `document.querySelector('#target')`,
    steps: ['child', 'child'],
    shielded: true,
    stopsKeys: true,
  },
];
