import { fieldClasses } from './fieldClasses.ts';
import type { FieldClass } from './fieldFacts.ts';

/** What these hold names nobody by itself. A class that is added later is sensitive until it is named here. */
const harmless: ReadonlySet<FieldClass> = new Set(['country', 'organization', 'other-personal', 'none']);

/** Classes whose content is personal or secret: a field of one of these that would be captured is a leak. */
export const sensitiveFieldClasses: ReadonlySet<FieldClass> = new Set(
  fieldClasses.filter((found) => !harmless.has(found)),
);
