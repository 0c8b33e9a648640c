import { domAccess, queryAll } from '../domAccess.ts';
import { pageElements } from './pageElements.ts';
import { isVisible, typeOf } from './whyNotFilled.ts';

/** Something that shows more of the page when it is pressed: no link, nothing that submits, deletes or pays. */
export interface Opener {
  readonly element: Element;
  readonly kind: 'details' | 'dialog';
}

const maxOpeners = 20;
/** What a button must not say, in its text, its label or its id. Words of eight languages; too many rather than too few. */
const dangerous =
  /delete|remove|cancel|pay|buy|purchase|order|checkout|submit|send|save|confirm|accept|agree|log ?-?out|sign ?-?out|unsubscribe|download|print|share|l[öo]sch|entfern|k[üu]ndig|bezahl|kauf|bestell|absend|speicher|best[äa]tig|abmeld|akzept|supprim|annul|pay[eé]|achet|command|envoy|enregistr|confirm|d[ée]connex|elimin|borrar|cancel|pagar|comprar|pedir|enviar|guardar|confirmar|cerrar sesi|elimina|annulla|paga|acquist|ordina|invia|salva|conferma|esci|verwijder|betaal|koop|bestel|verzend|opslaan|bevestig|afmeld|usu[nń]|zap[łl]a|kup|zam[óo]w|wy[śs]lij|zapisz|potwierd|wyloguj|ta bort|betala|k[öo]p|best[äa]ll|skicka|spara|bekr[äa]fta|logga ut|exclu|apagar|finalizar|sair/i;
const openers =
  'summary,button[popovertarget],button[command][commandfor],[aria-haspopup="dialog"],[aria-haspopup="true"],[aria-haspopup="menu"],[aria-expanded="false"]';
const opening: ReadonlySet<string> = new Set(['show-modal', 'show-popover', 'toggle-popover']);

/** @param done elements that were pressed before, left out; what is found now is added */
export function findOpeners(
  document: Document,
  isOurs: (node: Node) => boolean,
  done: WeakSet<Element>,
): readonly Opener[] {
  const found: Opener[] = [];
  for (const element of pageElements(document, isOurs).elements) {
    if (found.length >= maxOpeners) break;
    if (done.has(element) || !domAccess.matches(element, openers)) continue;
    const kind = kindOf(element);
    if (kind === undefined) continue;
    done.add(element);
    found.push({ element, kind });
  }
  return found;
}

function kindOf(element: Element): Opener['kind'] | undefined {
  if (!isVisible(element) || saysDanger(element)) return undefined;
  if (domAccess.localName(element) === 'summary') {
    const details = domAccess.parentNode(element) as Element | null;
    return details && domAccess.matches(details, 'details:not([open])') ? 'details' : undefined;
  }
  const command = domAccess.getAttribute(element, 'command');
  if (command !== null && !opening.has(command)) return undefined;
  return isHarmless(element) ? 'dialog' : undefined;
}

/** A button that submits is none, and neither is a link; text fields open their lists by being typed into. */
export function isHarmless(element: Element): boolean {
  if (domAccess.matches(element, ':disabled,a[href],input,select,textarea,a[href] *')) return false;
  const isButton = domAccess.localName(element) === 'button';
  return !(isButton && typeOfButton(element) !== 'button' && domAccess.matches(element, 'form *, [form]'));
}

/** A button without a type submits. */
function typeOfButton(element: Element): string {
  return (domAccess.getAttribute(element, 'type') ?? 'submit').trim().toLowerCase();
}

const tellingAttributes = ['aria-label', 'title', 'id', 'name', 'value'];

function saysDanger(element: Element): boolean {
  const said = tellingAttributes.map((name) => domAccess.getAttribute(element, name) ?? '');
  return dangerous.test([domAccess.textContent(element)?.slice(0, 200) ?? '', ...said].join(' '));
}

const reveals =
  /show|reveal|toggle|visib|(?:^|[\s_-])eye|anzeig|einblend|sichtbar|affich|voir|mostrar|mostra|toon|weergeven|poka[zż]|visa/i;
/** So far around a password field its own button stands. */
const maxAbove = 3;

/** What shows the text of a password field, near it; null where nothing says that it does. */
export function findReveal(password: Element): Element | null {
  let around: Node | null = password;
  for (let above = 0; above < maxAbove; above += 1) {
    around = domAccess.parentNode(around as Node);
    if (!around || !domAccess.isElement(around) || domAccess.localName(around) === 'body') return null;
    const passwords = queryAll(around, 'input[type=password]');
    if (passwords.length > 1) return null;
    for (const element of queryAll(around, 'button,[role=button],input[type=checkbox],[class],[aria-label]'))
      if (isReveal(element)) return element;
  }
  return null;
}

function isReveal(element: Element): boolean {
  const tag = domAccess.localName(element);
  const isBox = tag === 'input' && typeOf(element) === 'checkbox';
  if (!isBox && (!isHarmless(element) || domAccess.localName(element) === 'label')) return false;
  const said = ['aria-label', 'title', 'class', 'id', 'name', 'data-testid']
    .map((name) => domAccess.getAttribute(element, name) ?? '')
    .join(' ');
  const isControl = isBox || domAccess.matches(element, 'button,[role=button],[onclick],span,i,svg');
  if (!isControl || saysDanger(element)) return false;
  const text = isBox ? labelText(element) : (domAccess.textContent(element) ?? '').slice(0, 60);
  return reveals.test(`${said} ${text}`) && isVisible(element);
}

const labelsOf = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'labels')?.get;

function labelText(element: Element): string {
  const labels = (labelsOf?.call(element) as Iterable<Element> | null) ?? [];
  return [...labels].map((label) => domAccess.textContent(label) ?? '').join(' ');
}
