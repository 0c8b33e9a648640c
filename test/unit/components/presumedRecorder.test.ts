import { describe, expect, it } from 'vitest';
import { createSessionStore } from '../../../components/state/createSessionStore.ts';

const session = () =>
  createSessionStore({ load: async () => [], save: async () => undefined, forget: async () => undefined });

describe('the recorder that an organisation presumes', () => {
  it('is played where neither the page nor a person says anything', () => {
    const store = session();
    store.presume('sentry');
    store.follow('https://shop.example.com/', []);
    expect(store.profileId.value).toBe('sentry');
  });

  it('gives way to what the page runs, and that to what a person chose', () => {
    const store = session();
    store.presume('sentry');
    store.follow('https://shop.example.com/', [{ id: 'posthog', name: 'PostHog' }]);
    expect(store.profileId.value).toBe('posthog');
    store.choose('fullstory');
    store.presume('rrweb');
    expect(store.profileId.value).toBe('fullstory');
  });
});
