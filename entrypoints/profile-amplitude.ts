import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { amplitude } from '../core/profiles/amplitude.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(amplitude));
