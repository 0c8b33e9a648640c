import type { PageState } from '../core/pageState.ts';

/** What browsers say when they do not let an extension into a page. Order matters: the first that fits. */
const refusals: readonly (readonly [RegExp, PageState])[] = [
  [/extensions gallery|addons\.mozilla|webstore/i, { kind: 'not-inspectable', reason: 'store' }],
  [
    /chrome:|edge:|about:|chrome-extension:|moz-extension:|devtools:|view-source:/i,
    { kind: 'not-inspectable', reason: 'browser-page' },
  ],
  [/file:/i, { kind: 'not-inspectable', reason: 'file' }],
  [/cannot be scripted|error page|showing error/i, { kind: 'not-inspectable', reason: 'other' }],
  [/cannot access|missing host permission|must request permission/i, { kind: 'no-access' }],
];

/** The state of a page the browser refused to open to us, from the browser's own words. */
export function stateForRefusal(message: string): PageState {
  const found = refusals.find(([pattern]) => pattern.test(message));
  if (!found) return { kind: 'not-inspectable', reason: 'other' };
  const [, state] = found;
  const origin = /https?:\/\/[^\s"'/]+/.exec(message)?.[0];
  return state.kind === 'no-access' && origin !== undefined ? { ...state, origin } : state;
}
