import { describe, expect, it } from 'vitest';
import { readSnapshot } from '../../../core/saved/readSnapshot.ts';
import { snapshotOf } from './snapshotOf.ts';

// Whatever stands on a page, wherever: nothing of it may be in what is stored or exported.

const values = {
  email: 'quintrell.zorblax@kestrelmail.org',
  name: 'Quintrell Zorblax',
  listedName: 'Jessica Anderson',
  card: '4111111111111111',
  ssn: '536-90-4399',
  phone: '+44 20 7946 0958',
  iban: 'DE89370400440532013000',
  order: 'KX-88231-77',
  address: '17 Quagmire Crescent, Bristol',
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
  condition: 'epidermolysis',
};
const words = [
  ...new Set(
    Object.values(values)
      .flatMap((value) => value.split(/[^\p{L}\p{N}]+/u))
      .filter((word) => word.length > 3),
  ),
];

/** In every attribute that a page may have, and in names it may make up. */
function planted(value: string): string {
  const bare = value.replace(/[^\p{L}\p{N}]/gu, '');
  const dashed = value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  const attributes =
    'class id name value title alt aria-label aria-description placeholder href src srcset action content style onclick data-user data-testid data-json data-qa data-fs-element data-dd-action-name lang for role type autocomplete label summary datetime cite poster rel target property itemprop slot part is dir http-equiv list form headers aria-labelledby aria-controls unknown'.split(
      ' ',
    );
  const with_ = (text: string) => attributes.map((name) => `${name}="${text}"`).join(' ');
  return `<!doctype html><html lang="${dashed}"><head><title>${value}</title><meta name="author" content="${value}">
    <script type="application/ld+json">{"name":"${value}"}</script><style>.x::after{content:"${value}"}</style></head>
    <body class="user-${dashed} ${bare}"><!-- ${value} --><p>${value}</p><p>Dear <b>${value}</b>, hello</p>
    <div ${with_(value)}>x</div><div ${with_(`user-${dashed}`)}>x</div><div ${with_(`row ${bare} col`)}>x</div>
    <div class="user${bare}Card" id="card_${bare}" data-${dashed}="1" ${dashed}="2" data-x='{"a":"${value}"}'>x</div>
    <x-${dashed}>in</x-${dashed}><${/^[a-z]/.test(dashed) ? dashed : `t-${dashed}`}>t</p>
    <form><input type="text" name="${bare}" value="${value}"><textarea>${value}</textarea>
    <select><option value="${value}" selected>${value}</option></select></form>
    <a href="https://kept.example/u/${encodeURIComponent(value)}?q=${encodeURIComponent(value)}#${bare}">link</a>
    <svg><title>${value}</title><text>${value}</text></svg>
    <div><template shadowrootmode="open"><p class="user-${dashed}">${value}</p></template></div>
    <template><p title="${value}">${value}</p></template>
    <iframe srcdoc="&lt;p class='user-${dashed}'&gt;${value}&lt;/p&gt;"></iframe></body></html>`;
}

function held(text: string, value: string): string[] {
  const plain = text.toLowerCase();
  const parts = value
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length > 3)
    .map((part) => part.toLowerCase());
  return parts.filter((part) => plain.includes(part));
}

describe('a saved page', () => {
  it.each(Object.entries(values))('holds nothing of a planted %s', async (_kind, value) => {
    const url = `https://quintrell-zorblax.shop.example.com/u/${encodeURIComponent(value)}/view?q=${encodeURIComponent(value)}#${encodeURIComponent(value)}`;
    const snapshot = await snapshotOf(planted(value), url);
    // The last four digits of a card are what its sample shows.
    const text = JSON.stringify(snapshot);
    expect(held(text, value)).toEqual([]);
    expect(held(text, 'quintrell zorblax')).toEqual([]);
  });

  it('holds nothing of all of them together, and what is stored reads back as it is', async () => {
    const snapshot = await snapshotOf(Object.values(values).map(planted).join('\n'));
    const text = JSON.stringify(snapshot);
    expect(words.filter((word) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    expect(readSnapshot(JSON.parse(text))).toEqual(snapshot);
    expect(snapshot.values.length).toBeGreaterThan(5);
  });
});
