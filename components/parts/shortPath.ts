const stepsShown = 3;

/**
 * The end of a path, where the element is: people recognise places by what is near.
 * `html > body > main > p:nth-child(2)` reads `body › main › p 2`; the whole path belongs into a title.
 */
export function shortPath(path: string): string {
  const steps = path.split(/ >>> | > /).map((step) => step.replace(/:nth-[\w-]+\((\d+)\)/, ' $1'));
  const cut = steps.length > stepsShown ? '… › ' : '';
  return cut + steps.slice(-stepsShown).join(' › ');
}
