import { hasWord, plainName, valueHoldsPageData, type WordList, type WordOnPage } from './holdsPageData.ts';
import { looksGenerated } from './looksGenerated.ts';
import { nameKind } from './nameKind.ts';

/** What an attribute's value may be for the attribute to enter a selector. */
type AttributeRule = 'identifier' | 'input-type' | 'input-mode' | 'role' | 'autocomplete';

/**
 * The attributes that may enter a suggested selector, and the only ones. Text, value, content, href, src,
 * aria-label, title, alt and placeholder are page data and never do.
 */
export const stableAttributes: ReadonlyMap<string, AttributeRule> = new Map([
  ['data-testid', 'identifier'],
  ['data-test-id', 'identifier'],
  ['data-test', 'identifier'],
  ['data-testing', 'identifier'],
  ['data-qa', 'identifier'],
  ['data-qa-id', 'identifier'],
  ['data-cy', 'identifier'],
  ['data-e2e', 'identifier'],
  ['data-tid', 'identifier'],
  ['data-hook', 'identifier'],
  ['data-automation', 'identifier'],
  ['data-automation-id', 'identifier'],
  ['data-automationid', 'identifier'],
  ['data-test-selector', 'identifier'],
  ['data-selenium', 'identifier'],
  ['data-ui', 'identifier'],
  ['data-zta', 'identifier'],
  ['data-component', 'identifier'],
  ['data-element', 'identifier'],
  ['data-fs-element', 'identifier'],
  ['formcontrolname', 'identifier'],
  ['itemprop', 'identifier'],
  ['name', 'identifier'],
  ['type', 'input-type'],
  ['role', 'role'],
  ['autocomplete', 'autocomplete'],
  ['inputmode', 'input-mode'],
]);

const inputTypes: WordList = {
  words: ` button checkbox color date datetime-local email file hidden image month number password radio
 range reset search submit tel text time url week `,
};

const inputModes: WordList = { words: ' decimal email numeric search tel text url ' };

const roles: WordList = {
  words: ` alert alertdialog application article banner button cell checkbox columnheader combobox complementary
 contentinfo definition dialog document feed figure form grid gridcell group heading img link list listbox listitem
 log main marquee math menu menubar menuitem menuitemcheckbox menuitemradio navigation note option presentation
 progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton
 status switch tab table tablist tabpanel term textbox timer toolbar tooltip tree treegrid treeitem `,
};

const autocompleteTokens: WordList = {
  words: ` name honorific-prefix given-name additional-name family-name honorific-suffix nickname
 username new-password current-password one-time-code organization-title organization street-address address-line1
 address-line2 address-line3 address-level4 address-level3 address-level2 address-level1 country country-name
 postal-code cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc
 cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo tel
 tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp
 shipping billing home work mobile fax pager webauthn `,
};

const accepts: Record<AttributeRule, (value: string, wordOnPage: WordOnPage) => boolean> = {
  identifier: isStableValue,
  'input-mode': (value) => everyTokenIn(inputModes, value),
  'input-type': (value) => everyTokenIn(inputTypes, value),
  role: (value) => everyTokenIn(roles, value),
  autocomplete: (value) => everyTokenIn(autocompleteTokens, value),
};

/** May `[name="value"]` stand in a suggested selector? */
export function isStableAttribute(name: string, value: string, wordOnPage: WordOnPage): boolean {
  const rule = stableAttributes.get(name);
  return rule !== undefined && accepts[rule](value, wordOnPage);
}

/** Was this id, test id or field name chosen by somebody, and does it hold no page data? */
export function isStableValue(value: string, wordOnPage: WordOnPage): boolean {
  if (looksGenerated(value) || valueHoldsPageData(value, wordOnPage)) return false;
  const kind = nameKind(plainName(value));
  // A field may be called `text` or `error`: only as a class do such words mean looks or a state.
  return kind !== 'generated' && kind !== 'recorder';
}

function everyTokenIn(list: WordList, value: string): boolean {
  return value.split(' ').every((token) => /^[a-z0-9-]+$/.test(token) && hasWord(list, token));
}
