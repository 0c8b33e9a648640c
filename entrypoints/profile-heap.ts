import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { heap } from '../core/profiles/heap.ts';
import { offerProfile } from '../platform/pageProfiles.ts';

export default defineUnlistedScript(() => offerProfile(heap));
