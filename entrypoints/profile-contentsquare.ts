import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { contentsquare } from '../core/profiles/contentsquare.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(contentsquare));
