import type { Planter } from './planter.ts';
import { anySurface } from './surfaces.ts';

const firstChange = 900;
const betweenChanges = 60;

/** Milliseconds after `load` until everything has happened and been sent. */
export function storyOf(changes: number): number {
  return changes === 0 ? 1300 : firstChange + changes * betweenChanges + 1100;
}

export interface LateRequest {
  /** Spots are named s1, s2 ... */
  readonly spots: number;
  readonly changes: number;
  readonly marks: readonly string[];
}

/** @returns a script that changes the page by itself, each change in its own turn */
export function lateScript(plant: Planter, { spots, changes, marks }: LateRequest): string {
  const { random } = plant;
  if (changes === 0 || spots === 0) return '';
  const steps: string[] = [];
  const past = new Map<string, string[]>();
  for (let i = 0; i < changes; i += 1) {
    const name = `s${1 + random.below(spots)}`;
    const other = `s${1 + random.below(spots)}`;
    const action = random.pick(actions);
    const history = past.get(name) ?? [];
    const place = ` at ${name} after [${history.join(', ')}]`;
    history.push(action.name);
    past.set(name, history);
    const mark = random.pick(marks);
    const step = action({ plant, here: `at('${name}')`, there: `at('${other}')`, place, mark });
    steps.push(`try { ${step} } catch (error) { void error; }`);
  }
  const runs = steps.map((step, i) => `setTimeout(() => { ${step} }, ${firstChange + i * betweenChanges});`);
  return `${preparations}\naddEventListener('load', () => { ${runs.join('\n')} });`;
}

/** Runs in the page: finds spots in open shadow roots and frames too. A spot that was removed is kept. */
const preparations = `
const known = new Map();
function search(root) {
  for (const element of root.querySelectorAll('*')) {
    const name = element.getAttribute('data-spot');
    if (name && !known.has(name)) known.set(name, element);
    if (element.shadowRoot) search(element.shadowRoot);
    let inner = null;
    try { inner = element.contentDocument; } catch (error) { void error; }
    if (inner) search(inner);
  }
}
addEventListener('load', () => search(document));
const at = (name) => known.get(name) ?? document.body;
const text = (node) => { const walker = node.ownerDocument.createTreeWalker(node, 4); return walker.nextNode() ?? node.appendChild(node.ownerDocument.createTextNode('')); };
const make = (node, tag, inner) => { const made = node.ownerDocument.createElement(tag); made.innerHTML = inner; return made; };
const fire = (node, type) => node.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
const field = (node) => 'value' in node ? node : node.querySelector('input,textarea,select') ?? node;`;

interface ActionRequest {
  readonly plant: Planter;
  /** Expressions for two spots. */
  readonly here: string;
  readonly there: string;
  readonly place: string;
  readonly mark: string;
}

const quoted = (html: string): string =>
  JSON.stringify(html).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

/** The class in a mark, or one of the tests' rules. */
function classOf(mark: string): string {
  return /^class=["']([^"']*)["']/i.exec(mark)?.[1] ?? 'msk';
}

function named(mark: string): readonly [string, string] {
  const found = /^([^\s=]+)(?:=["']?([^"']*)["']?)?/.exec(mark);
  return [found?.[1] ?? 'class', found?.[2] ?? (mark === '' ? 'msk' : '')];
}

type Action = (request: ActionRequest) => string;

const actions: readonly Action[] = [
  function changesText({ plant, here, place }) {
    return `text(${here}).data = ${quoted(plant.phrase(`changed text${place}`))};`;
  },
  function changesText({ plant, here, place }) {
    return `text(${here}).data = ${quoted(plant.word(`changed text${place}`))};`;
  },
  function setsTextContent({ plant, here, place }) {
    return `${here}.textContent = ${quoted(plant.phrase(`textContent${place}`))};`;
  },
  function addsMarkup({ plant, here, place, mark }) {
    return `${here}.insertAdjacentHTML('beforeend', ${quoted(anySurface(plant, mark, ` added${place}`))});`;
  },
  function addsMarkup({ plant, here, place, mark }) {
    return `${here}.insertAdjacentHTML('afterbegin', ${quoted(`<div ${mark}>${anySurface(plant, '', ` in <div ${mark}> added${place}`)}</div>`)});`;
  },
  function addsText({ plant, here, place }) {
    return `${here}.append(${quoted(plant.phrase(`appended text${place}`))});`;
  },
  function addsComment({ plant, here, place }) {
    return `${here}.append(${here}.ownerDocument.createComment('${plant.word(`late comment${place}`)}'));`;
  },
  function setsClass({ here, mark }) {
    return `${here}.className = '${classOf(mark)}';`;
  },
  function setsMark({ here, mark }) {
    const [name, value] = named(mark);
    return `${here}.setAttribute('${name}', '${value}');`;
  },
  function dropsMark({ here, mark }) {
    return `${here}.removeAttribute('${named(mark)[0]}');`;
  },
  function marksParent({ here, mark }) {
    const [name, value] = named(mark);
    return `${here}.parentElement?.setAttribute('${name}', '${value}');`;
  },
  function setsAttribute({ plant, here, place }) {
    const name = plant.random.pick([
      'title',
      'aria-label',
      'placeholder',
      'value',
      'data-note',
      'alt',
      'href',
      'id',
      'name',
      'label',
      'content',
      'style',
    ]);
    return `${here}.setAttribute('${name}', ${name === 'style' ? `'background:url(/${plant.word(`late style url${place}`)}.png)'` : quoted(plant.word(`late ${name}${place}`))});`;
  },
  function setsAttributeInside({ plant, here, place }) {
    const name = plant.random.pick(['title', 'aria-label', 'placeholder', 'value', 'data-note']);
    return `(${here}.querySelector('*') ?? ${here}).setAttribute('${name}', ${quoted(plant.word(`late inner ${name}${place}`))});`;
  },
  function types({ plant, here, place }) {
    return `field(${here}).value = ${quoted(plant.phrase(`typed${place}`))}; fire(field(${here}), 'input');`;
  },
  function typesAndLeaves({ plant, here, place }) {
    return `field(${here}).value = ${quoted(plant.word(`typed and left${place}`))}; fire(field(${here}), 'input'); fire(field(${here}), 'change');`;
  },
  function setsValue({ plant, here, place }) {
    return `field(${here}).value = ${quoted(plant.word(`value set without an event${place}`))};`;
  },
  function togglesType({ here, plant }) {
    return `field(${here}).type = '${plant.random.pick(['text', 'password', 'email', 'hidden', 'checkbox'])}';`;
  },
  function checks({ here }) {
    return `field(${here}).checked = true; fire(field(${here}), 'input'); fire(field(${here}), 'change');`;
  },
  function chooses({ plant, here, place }) {
    return `{ const f = field(${here}); f.innerHTML = ${quoted(`<option>${plant.phrase(`late option${place}`)}</option><option>x</option>`)}; f.selectedIndex = 1; fire(f, 'change'); f.selectedIndex = 0; fire(f, 'input'); fire(f, 'change'); }`;
  },
  function moves({ here, there }) {
    return `${there}.append(${here});`;
  },
  function leavesAndReturns({ here, there }) {
    return `{ const node = ${here}; node.remove(); setTimeout(() => ${there}.append(node), 20); }`;
  },
  function movesWithin({ here, there }) {
    return `{ const node = ${here}; const box = ${there}; box.append(node); box.prepend(node); }`;
  },
  function attachesShadow({ plant, here, place, mark }) {
    return `${here}.attachShadow({ mode: 'open' }).innerHTML = ${quoted(`<p>${plant.phrase(`late shadow${place}`)}</p><div ${mark}>${plant.phrase(`late shadow in <div ${mark}>${place}`)}</div><slot></slot>`)};`;
  },
  function addsShadowHost({ plant, here, place, mark }) {
    return `{ const host = make(${here}, 'div', 'light'); host.setAttribute('${named(mark)[0]}', '${named(mark)[1]}'); host.attachShadow({ mode: 'open' }).innerHTML = ${quoted(`<p>${plant.phrase(`shadow of a late host ${mark}${place}`)}</p>`)}; ${here}.append(host); setTimeout(() => { host.shadowRoot.firstChild.firstChild.data = '${plant.word(`changed in the shadow of a late host ${mark}${place}`)}'; host.shadowRoot.append(make(host, 'i', '${plant.word(`added to the shadow of a late host ${mark}${place}`)}')); }, 30); }`;
  },
  function addsFrame({ plant, here, place, mark }) {
    return `{ const frame = make(${here}, 'iframe', ''); frame.setAttribute('${named(mark)[0]}', '${named(mark)[1]}'); frame.srcdoc = ${quoted(`<p class="unm">${plant.phrase(`late srcdoc ${mark}${place}`)}</p><input value="${plant.phrase(`field in late srcdoc ${mark}${place}`)}">`)}; ${here}.append(frame); }`;
  },
  function changesTitle({ plant, place }) {
    return `document.title = ${quoted(plant.phrase(`late title${place}`))};`;
  },
  function pushes({ plant, place }) {
    return plant.random.pick([
      `history.pushState(null, '', '?r=${plant.word(`pushed query${place}`)}');`,
      `history.pushState(null, '', '/p/${plant.word(`pushed path${place}`)}');`,
      `history.replaceState(null, '', '?r=${plant.word(`replaced query${place}`)}');`,
      `location.hash = '${plant.word(`hash${place}`)}';`,
    ]);
  },
  function logs({ plant, place }) {
    return `console.${plant.random.pick(['log', 'warn', 'error', 'info', 'debug'])}('${plant.word(`console${place}`)}');`;
  },
  function clicks({ here }) {
    return `${here}.click?.();`;
  },
  function adopts({ plant, here, place }) {
    return `{ const sheet = new CSSStyleSheet(); sheet.replaceSync('.a::before{content:"${plant.word(`adopted sheet${place}`)}"}'); const root = ${here}.getRootNode(); root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]; }`;
  },
  function addsRule({ plant, here, place }) {
    return `{ const sheet = make(${here}, 'style', '.b{color:red}'); ${here}.append(sheet); setTimeout(() => sheet.sheet.insertRule('.c::before{content:"${plant.word(`inserted rule${place}`)}"}'), 20); }`;
  },
  function replacesStyle({ plant, here, place }) {
    return `{ const sheet = make(${here}, 'style', '.b{color:red}'); ${here}.append(sheet); setTimeout(() => { sheet.textContent = '.d::before{content:"${plant.word(`replaced style text${place}`)}"}'; }, 20); }`;
  },
  function splits({ plant, here, place }) {
    return `{ const node = text(${here}); node.data = 'ab${plant.word(`split text${place}`)}'; setTimeout(() => node.splitText(2), 10); }`;
  },
  function flashes({ plant, here, place }) {
    return `{ const flash = make(${here}, 'p', '${plant.word(`there for one turn${place}`)}'); ${here}.append(flash); setTimeout(() => flash.remove(), 0); }`;
  },
  function clones({ here, there }) {
    return `${there}.append(${here}.cloneNode(true));`;
  },
  function edits({ plant, here, place }) {
    return `${here}.innerText = '${plant.word(`innerText${place}`)}';`;
  },
  function opensDialog({ plant, here, place }) {
    return `{ const dialog = make(${here}, 'dialog', ${quoted(plant.phrase(`late dialog${place}`))}); ${here}.append(dialog); dialog.showModal(); dialog.close(); }`;
  },
];
