import { maxHintLength, tellingAttributes } from './fieldReading.ts';
import type { FieldTree } from './fieldTree.ts';
import { nodeText } from './nodeText.ts';

const maxButtons = 3;
const maxAttributes = 24;
/** Longer values are code or data, not names. */
const maxValueLength = 60;
/**
 * Attributes that say nothing of what a field is for, and those that hold what is in it. `data-field` is how the
 * labelled pages number their controls.
 */
const silent =
  /^(?:value|style|tabindex|dir|lang|for|form|checked|selected|disabled|readonly|hidden|src|href|min|max|step|rows|cols|accept|spellcheck|autocorrect|autocapitalize|autofocus|multiple|on\w+|aria-(?!required)\w+|data-(?:field|value|reactid|reactroot|v-\w+|.*-value|ng-value|default\w*)|_ng\w+-\S+|ng-reflect-model|xml\S*)$/;
/** What names are made of; a value with anything else in it is no name. */
const nameLike = /^[\p{L}\p{N} .,:;_/\-[\](){}$#*?!'|=<>]*$/u;
const told: ReadonlySet<string> = new Set(tellingAttributes);

/** What is written around a field for the page's own code, and for its whole form. */
export interface FieldHints {
  /** Names and values of the control's other attributes. */
  readonly data: string;
  /** Ids, classes and data attributes of the elements that hold this control alone. */
  readonly wrapper: string;
  /** The form's id, name, class and address. */
  readonly form: string;
  /** Texts of the form's first buttons. */
  readonly buttons: string;
}

/** Reads hints; what belongs to a form or wrapper is read once. */
export function createHintReader<N>(tree: FieldTree<N>) {
  const forms = new Map<N, { readonly form: string; readonly buttons: string }>();
  const wrappers = new Map<N, string>();
  const none = { form: '', buttons: '' };

  function hintsOf(element: N, form: N | null): FieldHints {
    return { data: otherAttributes(element), wrapper: wrapperOf(element), ...formHints(form) };
  }

  function otherAttributes(element: N): string {
    const parts: string[] = [];
    for (const name of tree.attributeNames(element).slice(0, maxAttributes)) {
      if (told.has(name) || silent.test(name)) continue;
      const value = tree.attribute(element, name) ?? '';
      parts.push(value.length <= maxValueLength && nameLike.test(value) ? `${name} ${value}` : name);
    }
    return parts.join(' ').slice(0, maxHintLength);
  }

  function wrapperOf(element: N): string {
    const inner = tree.parent(element);
    if (inner === null) return '';
    const outer = tree.parent(inner);
    const near = namesOf(inner);
    return (near === '' || outer === null ? near : `${near} ${namesOf(outer)}`)
      .trim()
      .slice(0, maxHintLength);
  }

  /** '' for what holds several controls: its names are not this one's. */
  function namesOf(element: N): string {
    const known = wrappers.get(element);
    if (known !== undefined) return known;
    const tag = tree.tag(element);
    const alone = tag !== 'form' && tag !== 'body' && tree.find(element, 'controls').length === 1;
    const parts = alone ? [tree.attribute(element, 'id'), tree.attribute(element, 'class')] : [];
    const names = alone ? otherAttributes(element) : '';
    const text = [...parts, names].filter((part) => part).join(' ');
    wrappers.set(element, text.slice(0, maxHintLength));
    return text;
  }

  function formHints(form: N | null): { readonly form: string; readonly buttons: string } {
    if (form === null) return none;
    const known = forms.get(form);
    if (known) return known;
    const names = ['id', 'name', 'class', 'aria-label'].map((name) => tree.attribute(form, name) ?? '');
    const made = {
      form: [...names, pathOf(form)].join(' ').trim().slice(0, maxHintLength),
      buttons: buttonsOf(form),
    };
    forms.set(form, made);
    return made;
  }

  /** Where the form is sent, without host and query: both may hold more than names. */
  function pathOf(form: N): string {
    const address = tree.attribute(form, 'action') ?? '';
    const path = address.slice(0, maxHintLength).replace(/^[a-z]*:?\/\/[^/]*/i, '');
    return path.split(/[?#]/, 1)[0] ?? '';
  }

  function buttonsOf(form: N): string {
    const buttons = tree.find(form, 'buttons');
    const texts: string[] = [];
    for (let index = 0; index < Math.min(maxButtons, buttons.length); index += 1) {
      const button = buttons[index] as N;
      const written = tree.tag(button) === 'input' ? tree.attribute(button, 'value') : nodeText(tree, button);
      texts.push((written ?? '').slice(0, 40));
    }
    return texts.join(' ').trim();
  }

  return hintsOf;
}
