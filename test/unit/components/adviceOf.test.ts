import { describe, expect, it } from 'vitest';
import { en } from '../../../assets/locales/en/index.ts';
import { adviceOf } from '../../../components/draft/handOver/adviceOf.ts';
import type { DraftEffect } from '../../../components/state/createEffectStore.ts';
import type { MarkEffect } from '../../../core/handOver/markEffect.ts';
import { createTranslator } from '../../../core/messages/translate.ts';
import { rrweb } from '../../../core/profiles/rrweb.ts';
import { scanSavedPage } from '../../../core/saved/scanSavedPage.ts';
import { makeContent, makeRule } from '../settings/makeRule.ts';

const t = createTranslator(en, 'en');
const page = '<!doctype html><p class="name">Ada</p><input class="phone" name="phone" value="x">';

function advice(selector: string, tag: string, tried: MarkEffect | null): string {
  const rule = makeRule({ id: 'd1', selector });
  const ruleSet = { rules: [rule], groups: [], gaps: [] };
  const after = scanSavedPage({
    html: page,
    url: 'https://shop.example.com/',
    profile: rrweb,
    options: {},
    ruleSet,
  });
  const node = after.nodes.find(({ id, decision }) => {
    const made = after.decisions[decision];
    const rule = after.rules.findIndex((one) => one.id === 'd1');
    return made?.node === id && (made.winner === rule || made.losers.includes(rule));
  });
  const change = { id: 'd1', kind: 'create', content: makeContent({ selector }), keys: [] } as const;
  return adviceOf({
    changes: [change],
    effect: { after } as DraftEffect,
    outlines: new Map([[node?.id ?? -1, [{ tag, attributes: [['name', 'phone']] }]]]),
    recorder: 'rrweb',
    effectOf: () => tried,
    t,
  });
}

describe('advice for the code', () => {
  it('shows where the mark goes', () => {
    const text = advice('.name', 'p', { text: 'masked', value: 'captured' });
    expect(text).toContain('Add class="rr-mask"');
    expect(text).toContain('<p name="phone" class="rr-mask">');
    expect(text).not.toContain('CAREFUL');
  });

  it('warns of a field whose mark does not hide what is typed', () => {
    expect(advice('.phone', 'input', { text: 'masked', value: 'captured' })).toContain(
      'CAREFUL: rrweb records what is typed',
    );
    expect(advice('.phone', 'input', { text: 'captured', value: 'masked' })).not.toContain('CAREFUL');
  });

  it('warns where the mark does nothing, or where nobody can tell', () => {
    expect(advice('.name', 'p', { text: 'captured', value: 'masked' })).toContain('still records');
    expect(advice('.name', 'p', { text: 'unknown', value: 'masked' })).toContain('not documented');
    expect(advice('.name', 'p', null)).toContain('not documented');
  });
});
