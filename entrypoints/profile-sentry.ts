import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sentry } from '../core/profiles/sentry.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(sentry));
