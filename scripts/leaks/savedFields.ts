import { readFileSync } from 'node:fs';
import type { AnyNode, Element } from 'domhandler';
import { createFieldReader } from '../../core/fields/createFieldReader.ts';
import type { FieldFacts } from '../../core/fields/fieldFacts.ts';
import { createSavedAdapter } from '../../core/saved/savedAdapter.ts';
import { createSavedFieldTree } from '../../core/saved/savedFieldTree.ts';
import { parseSavedPage } from '../../core/saved/savedPage.ts';

/** A form control of a saved page, with the key its label is found by. */
export interface SavedField {
  readonly key: string;
  readonly facts: FieldFacts;
}

/**
 * The form controls of a saved page, its frames and shadow roots included, in document order.
 *
 * @param path file of the page
 * @param autocomplete false takes every `autocomplete` attribute out of the tree before it is read
 */
export function savedFields(path: string, autocomplete: boolean): readonly SavedField[] {
  const page = parseSavedPage(readFileSync(path, 'utf8'), 'https://example.test/');
  const tree = createSavedAdapter(page);
  const elements: Element[] = [];
  const visit = (node: AnyNode) => {
    if (tree.kind(node) === 'element') {
      elements.push(node as Element);
      const shadow = tree.shadowRoot(node);
      if (shadow !== null && shadow !== 'closed') visit(shadow);
      const frame = tree.frame(node);
      if (frame && 'document' in frame) visit(frame.document);
    }
    if (!('children' in node)) return;
    for (let child = tree.firstChild(node); child; child = tree.nextSibling(child)) visit(child);
  };
  visit(page.document);
  if (!autocomplete) for (const element of elements) delete element.attribs.autocomplete;
  const reader = createFieldReader<AnyNode>(createSavedFieldTree());
  return elements.flatMap((element, index) => {
    const facts = reader.read(element, index);
    return facts ? [{ key: element.attribs['data-field'] ?? '', facts }] : [];
  });
}
