import { type Document, isTag, isText, type ParentNode } from 'domhandler';

const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/** What `document.title` answers: the text of the first `<title>`, with its white space collapsed (HTML, 3.1.4). */
export function titleOf(document: Document): string {
  const open: ParentNode[] = [document];
  for (let at = open.pop(); at; at = open.pop()) {
    if (isTag(at) && at.name === 'title' && (at.namespace ?? htmlNamespace) === htmlNamespace)
      return textOf(at);
    // The content of a template is a document of its own, which is no part of this one.
    const inside = isTag(at) && at.name === 'template' ? [] : at.children;
    for (const child of inside.toReversed()) if (isTag(child)) open.push(child);
  }
  return '';
}

function textOf(title: ParentNode): string {
  const text = title.children.map((child) => (isText(child) ? child.data : '')).join('');
  return text.replace(/[\t\n\f\r ]+/g, ' ').trim();
}
