import { describe, expect, it } from 'vitest';
import { compareScans, type ScanChange } from '../../../core/findings/compareScans.ts';
import { findLeaks } from '../../../core/findings/findLeaks.ts';
import { profiles } from '../../../core/profiles/registry.ts';
import type { Rule, RuleAction } from '../../../core/rules/rule.ts';
import { createKeptPage } from '../../../core/saved/createKeptPage.ts';
import { pageImpact } from '../../../core/saved/pageImpact.ts';
import type { PageSnapshot } from '../../../core/saved/pageSnapshot.ts';
import { createScanSummariser } from '../../../core/saved/scanSummary.ts';
import { snapshotOf } from './snapshotOf.ts';

const html = `<!doctype html><html lang="en"><body>
  <section class="contact"><p class="mail">Write to jane.roe@example.org</p><p>No data here</p></section>
  <form><label for="m">Email</label><input id="m" type="email" name="email" autocomplete="email">
    <input type="text" name="note" value="4111 1111 1111 1111"></form>
  <div class="user-zorblax">Zorblax <b>and so on</b></div>
  <div class="host"><template shadowrootmode="open"><p class="mail">kim@example.org</p></template></div>
  <iframe srcdoc="<p class='mail'>sam@example.org</p>"></iframe>
</body></html>`;

function rule(selector: string, action: RuleAction): Rule {
  const written = { name: 'r', selector, exceptions: [], action, consent: false } as const;
  return { ...written, scope: 'all', platforms: ['web'], id: 'r1', groupId: '0', editable: 'any' };
}

async function impactOf(profileId: string, selector: string, action: RuleAction = 'mask') {
  const profile = profiles.find(({ id }) => id === profileId);
  if (!profile) throw new Error(profileId);
  const snapshot = await snapshotOf(html);
  const page = createKeptPage(snapshot);
  const offline = profile.offlineRules();
  const before = page.scan({ profile, options: undefined, ruleSet: offline });
  const ruleSet = { ...offline, rules: [...offline.rules, rule(selector, action)] };
  const after = page.scan({ profile, options: undefined, ruleSet });
  const summarise = createScanSummariser(snapshot);
  return { snapshot, before, after, impact: pageImpact(summarise(before), summarise(after)) };
}

/** Attributes that were kept as they are hold names of a developer. */
function isContent({ nodes }: PageSnapshot, { node, channel, name }: ScanChange): boolean {
  const saved = nodes[node];
  const attributes = saved && 'tag' in saved ? (saved.attributes ?? []) : [];
  const isName = attributes.some(([own, value]) => own === name && typeof value === 'string');
  return channel !== 'attribute' || !isName;
}

describe('what an edit changes on a saved page', () => {
  it('hides what it matches, and closes the leak in it', async () => {
    const { impact } = await impactOf('fullstory', '.contact .mail');
    expect(impact.hidden).toBe(1);
    expect(impact.visible).toBe(0);
    expect(impact.closed).toEqual([{ kind: { type: 'value', detector: 'email' }, count: 1 }]);
    expect(impact.opened).toEqual([]);
  });

  it('shows what it unmasks, and opens the leak in it', async () => {
    const { impact } = await impactOf('sentry', '.contact .mail', 'unmask');
    expect(impact).toMatchObject({ hidden: 0, visible: 1 });
    expect(impact.opened).toEqual([{ kind: { type: 'value', detector: 'email' }, count: 1 }]);
  });

  it('cannot tell where the rule tests what was not kept', async () => {
    const { impact } = await impactOf('fullstory', '.user-zorblax');
    expect(impact.hidden).toBe(0);
    expect(impact.unknown).toBe(2);
  });

  it('changes nothing where it matches nothing', async () => {
    const { impact } = await impactOf('fullstory', '.newsletter');
    expect(impact).toMatchObject({ hidden: 0, visible: 0, unknown: 0, closed: [], opened: [] });
  });

  it('reaches shadow roots and frames as the live page does', async () => {
    const { after } = await impactOf('fullstory', '.mail', 'exclude');
    expect(after.matchCounts.at(-1)).toBe(3);
  });

  it.each(profiles.map(({ id }) => id))(
    'counts the elements that compareScans finds under %s',
    async (id) => {
      for (const [selector, action] of [
        ['.contact', 'mask'],
        ['p, input', 'exclude'],
        ['.user-zorblax', 'mask'],
        ['form', 'unmask'],
        ['body', 'exclude'],
      ] as const) {
        const { snapshot, before, after, impact } = await impactOf(id, selector, action);
        const compared = compareScans(before, after);
        const newlyVisible = compared.newlyVisible.filter((change) => isContent(snapshot, change));
        const hidden = [...compared.newlyHidden, ...compared.maybeHidden].filter((change) =>
          isContent(snapshot, change),
        );
        const changed = new Set([...hidden, ...newlyVisible].map(({ node }) => node));
        expect(impact.hidden + impact.visible + impact.unknown, selector).toBe(changed.size);
        const visible = new Set(
          newlyVisible.filter((change) => change.after === 'captured').map(({ node }) => node),
        );
        expect(impact.visible, selector).toBe(visible.size);
      }
    },
  );

  it('finds on the saved page what it finds on the page itself, by kind and sample', async () => {
    const { before } = await impactOf('fullstory', '.none');
    const found = await findLeaks(before);
    const kinds = found.map(({ kind, sample }) =>
      kind.type === 'value' ? `${kind.detector} ${sample}` : `field ${kind.class}`,
    );
    expect(kinds).toContain('email j•••@•••.org');
    expect(kinds.filter((kind) => kind.startsWith('email'))).toHaveLength(3);
  });

  it('is never green: values are gone', async () => {
    const { before } = await impactOf('fullstory', '.none');
    expect(before.uninspected.map(({ reason }) => reason)).toContain('values-redacted');
  });
});
