/**
 * The selector of a browser's "Copy selector": up to the next id, by tag, with the element's classes where siblings
 * have the same tag, and with its position where they have its classes too. Written from what Chrome's menu gives.
 */
export function devtoolsPath(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const step = stepOf(at, at === element);
    steps.unshift(step);
    if (step.startsWith('#') || at.localName === 'body' || at.localName === 'html') break;
  }
  return steps.join(' > ');
}

function stepOf(element: Element, isTarget: boolean): string {
  const id = element.getAttribute('id') ?? '';
  if (id !== '') return `#${CSS.escape(id)}`;
  const tag = element.localName;
  const parent = element.parentElement;
  if (!parent || tag === 'body' || tag === 'head' || tag === 'html') return tag;
  const type = element.getAttribute('type');
  const isTyped = isTarget && tag === 'input' && type !== null && !element.hasAttribute('class');
  const step = isTyped ? `${tag}[type=${CSS.escape(type)}]` : tag;
  const alike = [...parent.children].filter((one) => one !== element && one.localName === tag);
  if (alike.length === 0) return step;
  const own = [...element.classList];
  const isTold = alike.every((one) => own.some((name) => !one.classList.contains(name)));
  if (isTold) return step + own.map((name) => `.${CSS.escape(name)}`).join('');
  return `${step}:nth-child(${[...parent.children].indexOf(element) + 1})`;
}
