import type { FieldClass } from './fieldFacts.ts';

/** All classes, in the order of the model's columns. */
export const fieldClasses: readonly FieldClass[] = [
  'name',
  'email',
  'tel',
  'street',
  'locality',
  'postal',
  'country',
  'organization',
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
  'other-personal',
  'none',
];
