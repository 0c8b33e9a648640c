const svgNamespace = 'http://www.w3.org/2000/svg';

/** The patterns that marks are filled with: dots for masked, stripes for excluded. */
export function markDefinitions(document: Document): Element[] {
  const make = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    ...children: Element[]
  ): Element => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const tile = { patternUnits: 'userSpaceOnUse', width: '8', height: '8' };
  const ground = (fill: string) => make('rect', { width: '8', height: '8', fill });
  return [
    make(
      'defs',
      {},
      make(
        'pattern',
        { id: 'masked', ...tile },
        ground('#e9eefc'),
        make('circle', { cx: '4', cy: '4', r: '2', fill: '#3c5a99' }),
      ),
      make(
        'pattern',
        { id: 'excluded', ...tile, patternTransform: 'rotate(45)' },
        ground('#eef0f3'),
        make('rect', { width: '3.5', height: '8', fill: '#676d79' }),
      ),
    ),
  ];
}
