import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { datadog } from '../core/profiles/datadog.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(datadog));
