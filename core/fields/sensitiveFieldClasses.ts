import type { FieldClass } from './fieldFacts.ts';

/** Classes whose content is personal or secret: a field of one of these that would be captured is a leak. */
export const sensitiveFieldClasses: ReadonlySet<FieldClass> = new Set<FieldClass>([
  'name',
  'email',
  'tel',
  'street',
  'locality',
  'postal',
  'cc-number',
  'cc-csc',
  'cc-exp',
  'cc-name',
  'cc-other',
  'password',
  'username',
  'otp',
  'dob',
  'id',
  'gender',
  'bank',
  'token',
  'demographic',
]);
