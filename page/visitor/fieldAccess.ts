// Reads and writes what is in a form field, through the prototypes: a page that keeps its own book of a field's value
// (React puts a `value` of its own on each) notices the change by the events, and no page can redirect the write.

interface Accessor {
  get(element: Element): unknown;
  set(element: Element, value: unknown): void;
}

function accessor(prototype: object, name: string): Accessor {
  const found = Object.getOwnPropertyDescriptor(prototype, name);
  return {
    get: (element) => found?.get?.call(element),
    set: (element, value) => found?.set?.call(element, value),
  };
}

const values: Readonly<Record<string, Accessor>> = {
  input: accessor(HTMLInputElement.prototype, 'value'),
  textarea: accessor(HTMLTextAreaElement.prototype, 'value'),
  select: accessor(HTMLSelectElement.prototype, 'value'),
};
const checked = accessor(HTMLInputElement.prototype, 'checked');
const { dispatchEvent } = EventTarget.prototype;
const { click, focus, blur } = HTMLElement.prototype;

export const fieldAccess = {
  value: (element: Element): string => {
    const tag = element.localName;
    return String(values[tag]?.get(element) ?? element.textContent ?? '');
  },
  isChecked: (element: Element): boolean => checked.get(element) === true,
  /** The native setter, then what a browser fires when a person has typed. */
  write(element: Element, value: string): void {
    values[element.localName]?.set(element, value);
    const input = { bubbles: true, composed: true, inputType: 'insertReplacementText', data: value };
    fieldAccess.fire(element, new InputEvent('input', input));
    fieldAccess.fire(element, new Event('change', { bubbles: true }));
  },
  fire: (element: Element, event: Event): void => void dispatchEvent.call(element, event),
  click: (element: Element): void => click.call(element as HTMLElement),
  focus: (element: Element): void => focus.call(element as HTMLElement, { preventScroll: true }),
  blur: (element: Element): void => blur.call(element as HTMLElement),
};
