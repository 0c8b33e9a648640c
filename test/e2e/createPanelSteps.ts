// What a person does in the side panel, for the tests. Every step waits until the panel shows that it was done.
import type { Page } from 'puppeteer';
import { panelHooks } from '../../scripts/demo/panelHooks.ts';
import { press } from '../../scripts/demo/press.ts';
import { typeInto } from './typeInto.ts';
import { words } from './words.ts';

export type PushButton = 'push-live' | 'preview-change' | 'promote' | 'withdraw';

export interface PanelSteps {
  /** Everything the panel says right now. */
  read(): Promise<string>;
  /** Waits until the panel says this. */
  says(text: string): Promise<void>;
  view(name: 'leaks' | 'pages' | 'rules' | 'replay' | 'draft'): Promise<void>;
  /** Number of changes in the draft, from its tab. */
  draftCount(): Promise<number>;
  edit(ruleName: string): Promise<void>;
  choose(action: 'mask' | 'exclude' | 'unmask'): Promise<void>;
  write(selector: string): Promise<void>;
  save(): Promise<void>;
  /** Opens the draft and asks for a plan. */
  plan(button: PushButton): Promise<void>;
  confirm(): Promise<void>;
  /** Waits for the push to end. @returns `confirmed` or `incomplete` */
  outcome(): Promise<string | null>;
}

export const planned = 'section.plan';
const pushResult = '[data-push-state]';

/** @param panel the side panel as a page */
export function createPanelSteps(panel: Page): PanelSteps {
  const click = (selector: string): Promise<void> => press(panel, selector);
  const view: PanelSteps['view'] = async (name) => {
    await click(`[data-view="${name}"]`);
    await panel.waitForSelector(`[data-view="${name}"][aria-selected="true"]`);
  };
  return {
    read: () => panel.$eval('main', (main) => main.innerText),
    async says(text) {
      await panel.waitForFunction(
        (wanted) => document.querySelector('main')?.innerText.includes(wanted),
        {},
        text,
      );
    },
    view,
    draftCount: () =>
      panel.$eval(panelHooks.draftView, (tab) => Number(tab.querySelector('.count')?.textContent ?? 0)),
    async edit(ruleName) {
      await view('rules');
      await click(`[aria-label="${words('rules.editNamed', { rule: ruleName })}"]`);
      await panel.waitForSelector(panelHooks.editor);
    },
    choose: (action) => click(`${panelHooks.editor} input[name="action"][value="${action}"]`),
    write: (selector) => typeInto(panel, panelHooks.selector, selector),
    async save() {
      await click(panelHooks.saveDraft);
      await panel.waitForSelector(panelHooks.editor, { hidden: true });
    },
    async plan(button) {
      await view('draft');
      await click(`[data-action="${button}"]:enabled`);
      await panel.waitForSelector(planned);
    },
    confirm: () => click(panelHooks.confirmPush),
    async outcome() {
      const result = await panel.waitForSelector(pushResult);
      return (await result?.evaluate((section) => section.getAttribute('data-push-state'))) ?? null;
    },
  };
}
