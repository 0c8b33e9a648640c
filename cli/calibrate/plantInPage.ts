import type { Plant, PlantMark, PlantPlan, PlantSection } from '../../core/calibrate/plantPlan.ts';

/** Milliseconds; a page that has no body by then is not read either. */
const patience = 600_000;

/**
 * Source of a script that puts the plants into the page as soon as it has a body, before most recorders take their
 * first look. Runs in the page's own world, in the top document only.
 */
export function plantingScript(plan: PlantPlan): string {
  return `if (self === top) (${plantInPage.toString()})(${JSON.stringify(plan)}, ${patience});`;
}

/** Source of an expression that puts in the plant that comes last. */
export function lastPlantScript({ last, sections }: PlantPlan): string {
  return `(${plantLast.toString()})(${JSON.stringify(last)}, ${JSON.stringify(sections[0]?.plainMark ?? null)})`;
}

/** Longer than a function may be: it runs in the page, so it may use nothing but its arguments. */
function plantInPage(plan: PlantPlan, limit: number): void {
  const svg = 'http://www.w3.org/2000/svg';
  const nowhere = 'https://scrim-planted.invalid/';

  function element(name: string, text = '', attributes: Record<string, string> = {}): HTMLElement {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== '') made.append(text);
    return made;
  }

  function drawing(name: string, text: string): Element {
    const picture = document.createElementNS(svg, 'svg');
    const part = document.createElementNS(svg, name);
    part.append(text);
    picture.append(part);
    return picture;
  }

  function chosenFile(name: string): Element {
    const field = element('input', '', { type: 'file' }) as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(new File(['-'], `${name}.txt`));
    field.files = files.files;
    return field;
  }

  /** The attribute where pages have it. */
  function carrying(name: string, value: string): Element {
    const at: Record<string, string> = { alt: 'img', placeholder: 'textarea', href: 'a' };
    return element(at[name] ?? 'div', '', { [name]: name === 'href' ? nowhere + value : value });
  }

  function formOf({ form, value, name = '' }: Plant): Node {
    switch (form) {
      case 'button':
        return element('button', value, { type: 'button' });
      case 'title':
      case 'noscript':
        return element(form, value);
      case 'comment':
        return document.createComment(value);
      case 'svg-text':
        return drawing('text', value);
      case 'svg-title':
        return drawing('title', value);
      case 'datalist': {
        const list = element('datalist');
        list.append(element('option', value));
        return list;
      }
      case 'data-script':
        return element('script', JSON.stringify({ note: value }), { type: 'application/json' });
      case 'style':
        return element('style', `.scrim-none{--note:"${value}"}`);
      case 'script-style':
        return element('style');
      case 'typed-input':
        return element('input', '', { type: 'text', autocomplete: 'off' });
      case 'typed-textarea':
        return element('textarea', '', { autocomplete: 'off' });
      case 'file':
        return chosenFile(value);
      case 'button-value':
        return element('button', '', { type: 'button', value });
      case 'image':
        return element('img', '', { src: `${nowhere}${value}.png` });
      case 'style-attribute':
        return element('div', '', { style: `--note: ${value}` });
      case 'meta':
        return element('meta', '', { name: 'description', content: value });
      case 'attribute':
        return carrying(name, value);
      default:
        return element('p', value);
    }
  }

  function wrapped(plant: Plant, mark?: PlantMark): HTMLElement {
    const box = element(plant.tag);
    if (mark) box.setAttribute(mark.name, mark.value);
    box.append(formOf(plant));
    return box;
  }

  function insertRules({ plants }: PlantSection): void {
    for (const { form, tag, value } of plants) {
      if (form !== 'script-style') continue;
      document
        .querySelector<HTMLStyleElement>(`${tag} > style`)
        ?.sheet?.insertRule(`.scrim-none{--note:"${value}"}`);
    }
  }

  function plantSection(section: PlantSection): void {
    const { tag, mark, plainMark, before, after, plants } = section;
    const box = element(tag);
    if (mark) box.setAttribute(mark.name, mark.value);
    for (const plant of plants) {
      // Descriptions of a page stand in its head, each with the mark of its own.
      if (plant.form === 'meta') document.head.append(wrapped(plant, mark));
      else box.append(wrapped(plant));
    }
    document.body.append(wrapped(before, plainMark), box, wrapped(after, plainMark));
    insertRules(section);
  }

  let isPlanted = false;
  function plant(): void {
    if (isPlanted) return;
    isPlanted = true;
    for (const section of plan.sections) plantSection(section);
  }

  const life = { once: true, signal: AbortSignal.timeout(limit) };
  document.addEventListener('DOMContentLoaded', plant, life);
}

/** Runs in the page, so it may use nothing but its arguments. */
function plantLast({ tag, value }: Plant, mark: PlantMark | null): void {
  const box = document.createElement(tag);
  if (mark) box.setAttribute(mark.name, mark.value);
  const paragraph = document.createElement('p');
  paragraph.append(value);
  box.append(paragraph);
  document.body.append(box);
}
