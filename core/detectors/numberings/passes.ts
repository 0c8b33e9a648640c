import type { ValidateReturn } from 'stdnum/lib/cjs/types.js';

/** Whether stdnum takes it. The package throws on a few inputs that it cannot even clean. */
export function passes(validate: (value: string) => ValidateReturn): (compact: string) => boolean {
  return (compact) => {
    try {
      return validate(compact).isValid;
    } catch {
      return false;
    }
  };
}
