/**
 * Writes into a text field as if it had been typed, so that the browser's own undo takes it back. `execCommand` is the
 * only way to that in all browsers (https://html.spec.whatwg.org/#concept-textarea/input-relevant-value and
 * https://w3c.github.io/editing/docs/execCommand/); where it does nothing the text is set, and undo ends there.
 */
export function replaceText(field: HTMLTextAreaElement, from: number, to: number, insert: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  const isDone =
    insert === ''
      ? from === to || document.execCommand('delete')
      : document.execCommand('insertText', false, insert);
  if (isDone) return;
  field.setRangeText(insert, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
