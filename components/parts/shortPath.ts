const stepsShown = 3;

/** The end of a path, where the element is: people recognise places by what is near. */
export function shortPath(path: string): string {
  const steps = path.split(' > ');
  if (steps.length <= stepsShown) return path;
  return `… > ${steps.slice(-stepsShown).join(' > ')}`;
}
