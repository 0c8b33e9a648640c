import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pageVisitor } from '../page/visitor/pageVisitor.ts';
import { offerPart, visitorPart } from '../platform/pageParts.ts';

export default defineUnlistedScript(() => offerPart(visitorPart, pageVisitor));
