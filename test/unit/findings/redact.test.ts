import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DetectorId } from '../../../core/findings/finding.ts';
import { redact } from '../../../core/findings/redact.ts';

const ids: readonly DetectorId[] = [
  'email',
  'phone',
  'payment-card',
  'iban',
  'us-ssn',
  'api-key',
  'password',
  'person-name',
  'ip-address',
  'jwt',
];

describe('redact', () => {
  it.each([
    ['email', 'jane.doe@mail.example.com', 'j•••@•••.com'],
    ['email', 'curator@art.museum', 'c•••@•••.•••'],
    ['payment-card', '4111 1111 1111 4242', '•••• 4242'],
    ['phone', '+49 30 901820', '+••• •••'],
    ['iban', 'DE89370400440532013000', 'D•••'],
    ['password', 'hunter2!', '••••••'],
  ] as const)('%s %s becomes %s', (id, text, sample) => {
    expect(redact(text, id)).toBe(sample);
  });

  it('never shows five characters of the value in a row, whatever it is called', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.oneof(fc.string(), fc.emailAddress(), fc.stringMatching(/^\d{12,19}$/)),
        (id, text) => {
          const shown = redact(text.replaceAll('•', ''), id);
          for (let at = 0; at + 5 <= text.length; at += 1)
            expect(shown).not.toContain(text.slice(at, at + 5));
        },
      ),
    );
  });

  it('shows no digit of a card but the last four', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12,19}$/), (digits) => {
        expect(redact(digits, 'payment-card').replace(/\D/g, '')).toBe(digits.slice(-4));
      }),
    );
  });

  it('shows the same length for a short and a long value', () => {
    expect(redact('a1', 'api-key')).toBe(redact('a1'.repeat(40), 'api-key'));
  });
});
