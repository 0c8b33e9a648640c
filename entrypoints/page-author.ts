import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { selectorAuthor } from '../page/selectorAuthor.ts';
import { authorPart, offerPart } from '../platform/pageParts.ts';

export default defineUnlistedScript(() => offerPart(authorPart, selectorAuthor));
