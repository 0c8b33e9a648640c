import { createPolicyRecorder } from '../documented/createPolicyRecorder.ts';
import type { ProfileRecorder } from '../profile.ts';
import { fullstoryContentPolicy } from './contentPolicy.ts';
import { maskText } from './maskText.ts';
import { redactUrl } from './redactUrl.ts';

/** What is sent for each kind of content under FullStory, by `fullstoryContentPolicy`. */
export const fullstoryRecorder: ProfileRecorder = createPolicyRecorder({
  policy: fullstoryContentPolicy,
  mask: maskText,
  policyKey: (kind) => kind,
  url: redactUrl,
  fieldTexts: 'as-text',
  ownAttributes: 'go-with-it',
});
