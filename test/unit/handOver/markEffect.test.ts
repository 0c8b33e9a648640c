import { describe, expect, it } from 'vitest';
import { markEffect } from '../../../core/handOver/markEffect.ts';
import { profileById, profiles } from '../../../core/profiles/registry.ts';
import { markInCode } from '../../../core/rules/markInCode.ts';

function effectOf(id: string, action: 'mask' | 'exclude' | 'unmask') {
  const profile = profileById(id);
  if (!profile) throw new Error(id);
  const ruleSet = profile.offlineRules();
  const { rules } = profile.play(ruleSet, profile.parseOptions({}), () => undefined);
  const mark = markInCode(rules, action);
  return mark === undefined ? undefined : markEffect(mark, { profile, options: {}, ruleSet });
}

describe('the mark that is advised', () => {
  it.each(profiles.map(({ id }) => id))('hides the text it stands on: %s', (id) => {
    for (const action of ['mask', 'exclude'] as const) {
      const effect = effectOf(id, action);
      if (effect) expect(['masked', 'excluded', 'unknown']).toContain(effect.text);
    }
  });

  it('is known not to hide what is typed where it does not', () => {
    expect(effectOf('rrweb', 'mask')).toEqual({ text: 'masked', value: 'captured' });
    expect(effectOf('fullstory', 'mask')).toMatchObject({ text: 'masked', value: 'masked' });
    expect(effectOf('rrweb', 'exclude')).toMatchObject({ text: 'excluded', value: 'excluded' });
  });

  it('shows what an unmask mark is for', () => {
    expect(effectOf('clarity', 'unmask')?.text).toBe('captured');
  });
});
