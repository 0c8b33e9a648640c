import { domAccess } from '../domAccess.ts';
import { fieldAccess } from './fieldAccess.ts';
import type { PlannedField } from './planFields.ts';

/** Puts the value in as a script can: focus, native setter or click, the events of typing, blur. */
export function setField({ element, way, value }: PlannedField): void {
  // Clicked by a visitor before: another box of the same question may have been taken meanwhile.
  if (way === 'tick') {
    if (!fieldAccess.isChecked(element)) fieldAccess.click(element);
    return;
  }
  fieldAccess.focus(element);
  if (way === 'edit') editText(element, value);
  else fieldAccess.write(element, value);
  fieldAccess.blur(element);
}

/** Editors keep their own book: the browser's own command tells them what it does. */
function editText(element: Element, value: string): void {
  const document = domAccess.ownerDocument(element);
  if (!document) return;
  selectAll(element, document);
  document.execCommand('insertText', false, value);
}

function selectAll(element: Element, document: Document): void {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
