import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { logrocket } from '../core/profiles/logrocket.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(logrocket));
