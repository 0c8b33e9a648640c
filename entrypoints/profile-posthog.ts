import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { posthog } from '../core/profiles/posthog.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(posthog));
