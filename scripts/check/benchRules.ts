/** What an org's rules look like: most match nothing on a page, some match much, some need a look around. */
const kinds = [
  (at: number) => `.account-panel-${at}`,
  (at: number) => `[data-testid="customer-${at}"]`,
  (at: number) => `#order-summary-${at} .line`,
  (at: number) => `form.checkout-${at} input[type="text"]`,
  (at: number) => `section:nth-of-type(${(at % 9) + 1}) > .name-${at}`,
  (at: number) => `.profile-${at} > dl dd, .profile-${at} td`,
  (at: number) => `table.orders-${at} td:nth-child(${(at % 5) + 2})`,
  (at: number) => `label[for="field-${at}"] + input`,
] as const;

const matching = [
  'input[type="password"]',
  'textarea',
  'input[autocomplete]',
  '[name*="email" i]',
  'address',
];

/** A rule file of 500 rules. */
export function benchRules(count = 500): object {
  const selectors = Array.from(
    { length: count - matching.length },
    (_, at) => kinds[at % kinds.length]?.(at) ?? '',
  );
  const rules = [...matching, ...selectors].map((selector) => ({
    source: { selector },
    operation: { action: 'MASK' },
  }));
  return { scrim: 1, rules };
}
