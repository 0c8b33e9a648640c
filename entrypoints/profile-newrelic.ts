import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { newrelic } from '../core/profiles/newrelic.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(newrelic));
