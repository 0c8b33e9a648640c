import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { faro } from '../core/profiles/faro.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(faro));
