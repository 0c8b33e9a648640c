/** Test card numbers that payment providers document (Stripe, Adyen, Braintree); they pass Luhn and buy nothing. */
export const testCards: readonly string[] = [
  '4111111111111111',
  '4242424242424242',
  '4012888888881881',
  '4000056655665556',
  '5555555555554444',
  '5105105105105100',
  '5200828282828210',
  '2223003122003222',
];
