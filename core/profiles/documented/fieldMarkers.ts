import type { Marker } from './documentedRule.ts';

/** Inputs that nobody types into: of them a statement about form fields may not speak. */
const notTyped = [
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'image',
  'hidden',
  'range',
  'color',
  'file',
]
  .map((type) => `[type=${type}]`)
  .join(', ');

/** Typed into with a keyboard. */
export const typedInputs = `input:not(${notTyped})`;

/** "Form fields are masked": sure of those that are typed into or chosen from, in doubt of buttons and the like. */
export function fieldMarkers(rank: number, doubt?: string): readonly Marker[] {
  const fields: Marker = { selector: `${typedInputs}, select, textarea`, action: 'mask', rank };
  const others: Marker = {
    selector: `input:is(${notTyped})`,
    action: 'mask',
    rank,
    doubt: 'doubt.other-control',
  };
  return [doubt === undefined ? fields : { ...fields, doubt }, others];
}
