const pickerKeys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Escape', 'n', 'N'];

/** Is this key the picker's while it is armed? With Ctrl, Alt or Meta it is the browser's: Alt+Left goes back. */
export function isPickerKey(event: KeyboardEvent): boolean {
  return pickerKeys.includes(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey;
}
