import type { BackgroundHandlers } from './createRouter.ts';
import type { ServiceScope } from './createServiceScopes.ts';
import type { DataDesk } from './dataDesk.ts';

/** Those of one connection, and the one for all that is kept. */
export interface BackgroundDesks extends ServiceScope {
  readonly data: DataDesk;
}

/** What each request asks of the settings service, and of what is remembered of rules. */
export function createBackgroundHandlers({
  service,
  matches,
  history,
  data,
}: BackgroundDesks): BackgroundHandlers {
  return {
    'settings/state': () => service.state(),
    'settings/refresh': () => service.refresh(),
    'settings/connect': (request) => service.connect(request),
    'settings/disconnect': () => service.disconnect(),
    'connections/list': () => service.listConnections(),
    'connections/test': () => service.testConnection(),
    'connections/default': ({ id }) => service.makeDefault(id),
    'connections/choose': ({ site, id }) => service.chooseForSite(site, id),
    'keys/change': ({ change }) => service.changeKeys(change),
    'data/read': () => data.read(),
    'data/erase': (request) => data.erase(request),
    'draft/apply': ({ operation, draft, seen }) => service.apply(operation, draft, seen),
    'draft/undo': ({ draft }) => service.move('undo', draft),
    'draft/redo': ({ draft }) => service.move('redo', draft),
    'draft/discard': ({ draft }) => service.move('discard', draft),
    'draft/import': ({ operations, ...into }) => service.importEdits(operations, into),
    'drafts/change': ({ change }) => service.changeDrafts(change),
    'edit/keep': ({ edit }) => service.keepEdit(edit),
    'edit/forget': ({ id }) => service.forgetEdit(id),
    'matches/read': () => matches.read(),
    'matches/note': ({ page, notes }) => matches.note(page, notes),
    'measured/change': ({ change }) => service.changeMeasured(change),
    'leaks/change': ({ change }) => service.changeLeaks(change),
    'history/read': ({ page }) => history.readHistory(page),
    'recording/read': () => history.readRecording(),
    'push/plan': (request) => service.plan(request),
    'push/execute': (request) => service.execute(request),
    'push/decide': (request) => service.decide(request),
    'proposals/list': ({ fresh }) => service.proposals.list(fresh),
    'proposal/submit': (request) => service.proposals.submit(request),
    'proposal/withdraw': ({ key }) => service.proposals.withdraw(key),
    'proposal/decide': (request) => service.proposals.decide(request),
  };
}
