import type { BackgroundHandlers } from './createRouter.ts';
import type { SettingsService } from './settingsService.ts';

/** What each request asks of the settings service. */
export function createBackgroundHandlers(service: SettingsService): BackgroundHandlers {
  return {
    'settings/state': () => service.state(),
    'settings/refresh': () => service.refresh(),
    'settings/connect': (request) => service.connect(request),
    'settings/disconnect': () => service.disconnect(),
    'draft/apply': ({ operation }) => service.apply(operation),
    'draft/undo': () => service.move('undo'),
    'draft/redo': () => service.move('redo'),
    'draft/discard': () => service.move('discard'),
    'leaks/change': ({ change }) => service.changeLeaks(change),
    'push/plan': (request) => service.plan(request),
    'push/execute': (request) => service.execute(request),
  };
}
