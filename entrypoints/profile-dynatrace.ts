import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { dynatrace } from '../core/profiles/dynatrace.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(dynatrace));
