import type { OutlinedTag } from './outlineOf.ts';

const classMark = /^class="([\w-]+)"$/;

/**
 * A start tag as text, `<input type="email" class="field fs-mask">`, with a mark added to it.
 *
 * @param mark `class="fs-mask"`, `data-clarity-mask`; '' for none
 */
export function sourceTag({ tag, attributes }: OutlinedTag, mark: string): string {
  const [, added] = classMark.exec(mark) ?? [];
  const hasClass = attributes.some(([name]) => name === 'class');
  const own = attributes.map(([name, value]) => {
    const isMarked = name === 'class' && added !== undefined;
    return `${name}="${isMarked ? `${value} ${added}` : value}"`;
  });
  const extra = mark === '' || (added !== undefined && hasClass) ? [] : [mark];
  return `<${[tag === '*' ? 'element' : tag, ...own, ...extra].join(' ')}>`;
}
