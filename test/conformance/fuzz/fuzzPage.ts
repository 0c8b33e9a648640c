import type { PlantedPage } from '../plantedPage.ts';
import type { RecorderId } from '../runTruth.ts';
import { lateScript } from './lateActions.ts';
import { foreignMarks, marksOf } from './marks.ts';
import { createPlanter, type Planter } from './planter.ts';
import { seededRandom } from './seededRandom.ts';
import { anySurface } from './surfaces.ts';

export interface FuzzPage extends PlantedPage {
  /** Documents of frames that are loaded by address, by their path. */
  readonly documents: ReadonlyMap<string, string>;
}

export interface FuzzPageRequest {
  readonly recorder: RecorderId;
  readonly seed: number;
  /** About how many values stand on the page when it has loaded. */
  readonly values: number;
  /** Changes after `load`; 0 for a page at rest. */
  readonly changes: number;
}

const deepest = 6;

/** @returns a page made of what pages are made of, put together at random; the same for the same seed */
export function fuzzPage({ recorder, seed, values, changes }: FuzzPageRequest): FuzzPage {
  const random = seededRandom(seed);
  const plant = createPlanter(random);
  const documents = new Map<string, string>();
  const marks = marksOf(recorder);
  const foreign = foreignMarks();
  let spots = 0;

  function mark(): string {
    const found = random.chance(0.06) ? random.pick(foreign) : random.pick(marks);
    if (!random.chance(0.08)) return found;
    const second = random.pick(marks);
    return found.split('=')[0] === second.split('=')[0] ? found : `${found} ${second}`;
  }

  /** Where late changes happen: an element each of a few kinds. */
  function spot(place: string): string {
    if (changes === 0 || !random.chance(0.25)) return '';
    spots += 1;
    const kind = random.pick(spotKinds);
    return kind(`s${spots}`, plant, place);
  }

  function part(depth: number, place: string): string {
    const pieces: string[] = [];
    const count = 1 + random.below(4);
    for (let i = 0; i < count; i += 1) {
      pieces.push(
        random.chance(0.72 - depth * 0.09) ? around(depth, place) : anySurface(plant, mark(), place),
      );
      pieces.push(spot(place));
      if (random.chance(0.15)) pieces.push(plant.phrase(`bare text${place}`));
    }
    return pieces.join(random.pick(['', '\n', ' ']));
  }

  function around(depth: number, place: string): string {
    if (depth >= deepest) return anySurface(plant, mark(), place);
    const attribute = mark();
    const wrap = random.pick(wraps);
    const inside = (name: string): string => part(depth + 1, ` < ${name}${place}`);
    return wrap({ attribute, inside, documents, random });
  }

  const head = headOf(plant, random.pick(marks));
  let body = '';
  while (plant.values.length < values) body += part(0, '');
  const address = random.pick([
    '',
    `?q=${plant.word('query')}`,
    `?a=1&t=${plant.word('query')}#${plant.word('fragment')}`,
  ]);
  const script = lateScript(plant.later(), { spots, changes, marks });
  const html = `<!doctype html><html lang="en" ${random.chance(0.1) ? mark() : ''}><head>${head}</head><body ${random.chance(0.15) ? mark() : ''}>${body}
<script>${script}</script></body></html>`;
  return { html, address, values: plant.values, foreign: '<!doctype html><p>elsewhere</p>', documents };
}

interface WrapRequest {
  readonly attribute: string;
  /** What is inside, told how it is enclosed. */
  inside(name: string): string;
  readonly documents: Map<string, string>;
  readonly random: ReturnType<typeof seededRandom>;
}

type Wrap = (request: WrapRequest) => string;

const tagWrap =
  (tag: string): Wrap =>
  ({ attribute, inside }) =>
    `<${tag} ${attribute}>${inside(`${tag} ${attribute}`)}</${tag}>`;

const shadow: Wrap = ({ attribute, inside, random }) => {
  const mode = random.chance(0.85) ? 'open' : 'closed';
  const light = random.pick([
    () => '',
    () => inside(`slotted in ${mode} host ${attribute}`),
    () => `<b slot="one" class="msk">${inside(`b.msk[slot] in ${mode} host ${attribute}`)}</b>`,
  ])();
  const slot = random.pick([
    () => '',
    () => '<slot></slot>',
    () => `<slot name="one">${inside(`slot fallback in ${mode} root of ${attribute}`)}</slot>`,
  ])();
  return `<div ${attribute}><template shadowrootmode="${mode}">${inside(`${mode} root of ${attribute}`)}${slot}</template>${light}</div>`;
};

const srcdoc: Wrap = ({ attribute, inside, random }) => {
  const inner = inside(`srcdoc ${attribute}`);
  const start = random.pick([
    '',
    '<!doctype html>',
    '<!doctype html><html class="msk"><body>',
    '<head><title>inner</title></head><body class="unm">',
  ]);
  const content = `${start}${inner}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe ${attribute} srcdoc="${content}"></iframe>`;
};

const addressed =
  (tag: string): Wrap =>
  ({ attribute, inside, documents }) => {
    const path = `/frame/${documents.size}`;
    documents.set(path, '');
    documents.set(path, `<!doctype html><title>frame</title>${inside(`${tag} ${attribute} by address`)}`);
    if (tag === 'object') return `<object ${attribute} type="text/html" data="${path}"></object>`;
    return `<iframe ${attribute} src="${path}"></iframe>`;
  };

const wraps: readonly Wrap[] = [
  ...'div div div div section p span ul form label fieldset a button article td table select b x-card x-card custom-element dialog details svg math map picture video object noscript template Main'
    .split(' ')
    .map(tagWrap),
  ({ attribute, inside }) =>
    `<svg><foreignObject ${attribute}><div>${inside(`foreignObject ${attribute}`)}</div></foreignObject></svg>`,
  ({ attribute, inside }) => `<table><tr><td ${attribute}>${inside(`td ${attribute}`)}</td></tr></table>`,
  ({ attribute, inside }) =>
    `<div ${attribute}><div><div>${inside(`div > div > div ${attribute}`)}</div></div></div>`,
  shadow,
  shadow,
  shadow,
  srcdoc,
  srcdoc,
  addressed('iframe'),
  addressed('object'),
];

/** Elements that late changes work on: one each for texts, attributes, values, additions. */
const spotKinds: readonly ((id: string, plant: Planter, place: string) => string)[] = [
  (id) => `<div data-spot="${id}">before</div>`,
  (id) => `<div data-spot="${id}"><p>before</p></div>`,
  (id, plant, place) =>
    `<div data-spot="${id}"><p title="t">${plant.phrase(`text of a box that changes${place}`)}</p></div>`,
  (id) => `<input data-spot="${id}">`,
  (id) => `<input data-spot="${id}" type="password" value="before">`,
  (id) => `<input data-spot="${id}" type="checkbox" value="before">`,
  (id) => `<textarea data-spot="${id}">before</textarea>`,
  (id) =>
    `<select data-spot="${id}"><option value="a">first</option><option value="b">second</option></select>`,
  (id) => `<div data-spot="${id}" contenteditable>before</div>`,
  (id) => `<a data-spot="${id}" href="/before">before</a>`,
  (id) => `<div data-spot="${id}"><input value="inner"><span>before</span></div>`,
  (id) => `<svg><text data-spot="${id}">before</text></svg>`,
];

function headOf(plant: Planter, mark: string): string {
  const { random } = plant;
  const parts = [
    () => `<title ${mark}>${plant.phrase('page title')}</title>`,
    () => `<meta name="description" content="${plant.phrase('description')}">`,
    () => `<meta property="og:title" content="${plant.phrase('og:title')}">`,
    () =>
      `<meta property="og:type" content="${plant.word('og:type')}"><meta name="generator" content="${plant.word('generator')}">`,
    () =>
      `<meta name="author" content="${plant.phrase('author')}"><meta name="robots" content="${plant.word('robots')}">`,
    () =>
      `<meta name="keywords" content="${plant.phrase('keywords')}"><meta http-equiv="x-note" content="${plant.word('http-equiv')}">`,
    () =>
      `<link rel="canonical" href="/${plant.word('canonical address')}"><link rel="icon" href="/${plant.word('icon address')}.png">`,
    () => `<link rel="stylesheet" href="/sheet.css?${plant.word('sheet address')}">`,
    () => `<base target="${plant.word('base target')}">`,
    () =>
      `<script type="application/ld+json">[{"@type":"Product","name":"${plant.word('ld name in head')}","offers":[{"price":3,"sku":"${plant.word('ld offer sku')}"}]}]</script>`,
    () => `<style>.h::after{content:"${plant.word('style in head')}"}</style>`,
    () => `<!--${plant.word('comment in head')}-->`,
    () => `<meta name="google-site-verification" content="${plant.word('verification')}">`,
  ];
  return `<meta charset="utf-8">${parts
    .filter(() => random.chance(0.5))
    .map((make) => make())
    .join('\n')}`;
}
