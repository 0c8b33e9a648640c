/**
 * What an isolated world is not told of, told by the page's own functions: a value set by script, a shadow root
 * attached, a sheet changed. Runs in the page's world, before its first script, on the command line only: the
 * extension never does this.
 *
 * @param name of the event that is dispatched; made anew for every run, so that no page can know it
 * @returns source of the script
 */
export function pageHooks(name: string): string {
  return `(${installHooks.toString()})(${JSON.stringify(name)})`;
}

/** Runs in the page, so it may use nothing but its argument. */
function installHooks(name: string): void {
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const dispatch = EventTarget.prototype.dispatchEvent;

  function tell(target: unknown, kind: string): void {
    if (target instanceof Node)
      apply(dispatch, target, [new Event(`${name}-${kind}`, { composed: true, bubbles: true })]);
  }

  function afterCall(owner: object, method: string, told: (self: unknown) => void): void {
    const descriptor = getOwnPropertyDescriptor(owner, method);
    const original: unknown = descriptor?.value;
    if (!descriptor || typeof original !== 'function') return;
    const value = new Proxy(original as (...given: unknown[]) => unknown, {
      apply(target, self, given) {
        const answer = apply(target, self, given);
        told(self);
        return answer;
      },
    });
    defineProperty(owner, method, { ...descriptor, value });
  }

  function afterSet(owner: object, property: string, told: (self: unknown) => void): void {
    const descriptor = getOwnPropertyDescriptor(owner, property);
    const original = descriptor?.set;
    if (!descriptor || !original) return;
    const set = function (this: unknown, value: unknown): void {
      apply(original, this, [value]);
      told(this);
    };
    defineProperty(owner, property, { ...descriptor, set });
  }

  const setValue = (self: unknown): void => tell(self, 'value');
  afterCall(Element.prototype, 'attachShadow', (self) => tell(self, 'hint'));
  afterSet(HTMLInputElement.prototype, 'value', setValue);
  afterSet(HTMLInputElement.prototype, 'checked', setValue);
  afterSet(HTMLTextAreaElement.prototype, 'value', setValue);
  afterSet(HTMLSelectElement.prototype, 'value', setValue);
  afterSet(HTMLSelectElement.prototype, 'selectedIndex', setValue);
  afterSet(HTMLOptionElement.prototype, 'selected', (self) =>
    tell(self instanceof HTMLOptionElement ? self.closest('select') : null, 'value'),
  );
  const sheetChanged = (): void => tell(document, 'hint');
  for (const method of ['insertRule', 'deleteRule', 'replaceSync'])
    afterCall(CSSStyleSheet.prototype, method, sheetChanged);
  afterSet(Document.prototype, 'adoptedStyleSheets', sheetChanged);
  afterSet(ShadowRoot.prototype, 'adoptedStyleSheets', sheetChanged);
}
