import type { FieldFacts } from './fieldFacts.ts';

/** Whether something is typed into it or chosen from it: boxes are ticked, and nobody sees hidden inputs. */
export function isAsked({ type }: FieldFacts): boolean {
  return type !== 'hidden' && type !== 'checkbox' && type !== 'radio' && type !== 'file';
}
