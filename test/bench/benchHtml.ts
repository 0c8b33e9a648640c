/** A page of about this many elements, made of what real pages are made of. Same numbers, same page. */
export function benchHtml(elements: number): string {
  const random = createRandom(elements);
  const parts: string[] = [];
  let made = 0;
  while (made < elements) {
    const section = sections[Math.floor(random() * sections.length)];
    if (!section) break;
    const [html, count] = section(random, made);
    parts.push(html);
    made += count;
  }
  return `<!doctype html><html lang="en"><head><title>bench</title></head><body><main>${parts.join('\n')}</main></body></html>`;
}

type Section = (random: () => number, index: number) => readonly [html: string, elements: number];

const words =
  'order delivery return account customer total summary blue linen shirt size medium in stock review'.split(
    ' ',
  );

function text(random: () => number, length: number): string {
  return Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
}

const sections: readonly Section[] = [
  (random, index) => [
    `<article class="card card--${index % 7} c${index % 211}" id="card-${index}" data-testid="card-${index % 50}">
      <h3 class="card__title">${text(random, 5)}</h3><p class="lead">${text(random, 24)} <a href="/p/${index}" title="${text(random, 3)}">${text(random, 2)}</a></p>
      <img src="/i/${index}.jpg" alt="${text(random, 3)}"><span class="price u-${index % 13}">12.90</span></article>`,
    6,
  ],
  (random, index) => [
    `<table class="history t${index % 17}"><tbody>${Array.from(
      { length: 8 },
      (_, row) =>
        `<tr class="row r${row}"><td class="num">${index + row}</td><td class="recipient">${text(random, 2)}</td><td>${text(random, 4)}</td></tr>`,
    ).join('')}</tbody></table>`,
    34,
  ],
  (random, index) => [
    `<form class="f${index % 5}"><label for="i${index}">${text(random, 2)}</label><input id="i${index}" name="n${index % 31}" value="${text(random, 1)}" autocomplete="off"><select><option>${text(random, 1)}</option><option>${text(random, 1)}</option></select></form>`,
    6,
  ],
  (random, index) => [
    `<div class="wrap w${index % 97}"><div class="inner"><p>${text(random, 30)}</p><p>${text(random, 18)} <b>${text(random, 2)}</b></p><ul class="list"><li>${text(random, 3)}</li><li>${text(random, 3)}</li></ul></div></div>`,
    8,
  ],
];

/** Selectors of the kinds that orgs write; one in ten uses a name that the page has. */
export function benchSelectors(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const name = index % 10 === 0 ? `c${index % 211}` : `absent-${index}`;
    const kinds = [
      `.${name}`,
      `#${name}`,
      `div.${name}`,
      `.wrap .${name}`,
      `[data-testid="${name}"]`,
      `[data-${name}]`,
      `main > .${name}`,
      `[class*="${name}"]`,
      `td.${name}`,
      `input[name="${name}"]`,
    ];
    return kinds[Math.floor(index / 10) % kinds.length] ?? `.${name}`;
  });
}

/** mulberry32: small, and the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
