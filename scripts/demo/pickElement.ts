import { panelHooks } from './panelHooks.ts';
import { type PointedElement, pointAtElement } from './pointAtElement.ts';

/** Picks an element as a person does: arms the picker, clicks the element, and waits until the rule editor is open. */
export async function pickElement(picked: PointedElement): Promise<void> {
  const { x, y } = await pointAtElement(picked);
  await picked.page.mouse.click(x, y);
  await picked.panel.waitForSelector(panelHooks.editor);
}
