import { defineBackground } from 'wxt/utils/define-background';
import { en } from '../assets/locales/en/index.ts';
import { createBackgroundHandlers } from '../background/createBackgroundHandlers.ts';
import { createRouter } from '../background/createRouter.ts';
import { createServiceScopes } from '../background/createServiceScopes.ts';
import { createSourceOpener } from '../background/createSourceOpener.ts';
import { createDataDesk } from '../background/dataDesk.ts';
import { createIdleLock } from '../background/idleLock.ts';
import { createJournalStore } from '../background/journalStore.ts';
import { createKeyVault } from '../background/keyVault.ts';
import { createSealedKeys } from '../background/sealedKeys.ts';
import { createSecretStore } from '../background/secretStore.ts';
import { createTranslator } from '../core/messages/translate.ts';
import { createTurns } from '../core/settings/createTurns.ts';
import { createAlarm } from '../platform/alarms.ts';
import { serveRequests } from '../platform/backgroundRequests.ts';
import { eraseEverything } from '../platform/eraseEverything.ts';
import { extensionIdentity } from '../platform/extensionIdentity.ts';
import { writeGrantedTab } from '../platform/grantedTab.ts';
import { localArea } from '../platform/localArea.ts';
import { onManagedPolicy, readManagedPolicy } from '../platform/managedPolicy.ts';
import { savedPagesKept } from '../platform/savedPagesKept.ts';
import { sessionStorage } from '../platform/sessionStorage.ts';
import { shieldStorage } from '../platform/shieldStorage.ts';
import { createSiteMemory } from '../platform/siteMemory.ts';
import { wireToolbarButton } from '../platform/toolbarButton.ts';

// Composition root of the background worker. Everything is registered in its first turn: the browser starts the worker
// for an event and drops the event if nobody listens by then.
export default defineBackground(() => {
  const storage = createJournalStore('scrim');
  const now = () => new Date();
  const newId = () => crypto.randomUUID();
  const words = createTranslator(en, 'en');
  const settleAlarm = createAlarm('settle-pushes');
  const lockAlarm = createAlarm('lock-keys');
  const vault = createKeyVault({
    session: sessionStorage,
    local: localArea,
    sealed: createSealedKeys({ area: localArea, secrets: createSecretStore('scrim-secrets'), crypto }),
  });
  const policy = readManagedPolicy;
  const idleLock = createIdleLock({ vault, policy, setAlarm: lockAlarm.setIn });
  const listTurns = createTurns();
  const scopes = createServiceScopes({
    storage,
    listTurns,
    vault,
    policy,
    openSource: createSourceOpener({
      storage,
      fetch: (...request) => fetch(...request),
      now,
      newId,
      words,
    }),
    words,
    now,
    newId,
    scheduleSettle: settleAlarm.setIn,
  });
  const data = createDataDesk({
    storage,
    vault,
    others: async () => ({
      savedPages: await savedPagesKept(),
      sites: (await createSiteMemory().load()).length,
    }),
    eraseEverything,
    isPushing: scopes.isPushing,
    listTurns,
  });
  // A push that could not be settled is settled at the next alarm, start or refresh; the panel shows it meanwhile.
  const settle = () => void scopes.settleInFlight().catch(() => settleAlarm.setIn(60));
  serveRequests(
    createRouter({
      handlersOf: async (connection) => {
        await idleLock.touch();
        return createBackgroundHandlers({ ...(await scopes.of(connection)), data });
      },
      ...extensionIdentity(),
    }),
  );
  wireToolbarButton((tab) => void writeGrantedTab({ ...tab, at: now().toISOString() }));
  settleAlarm.onRing(settle);
  lockAlarm.onRing(() => void idleLock.ring());
  onManagedPolicy(() => void idleLock.enforce());
  void idleLock.enforce();
  void shieldStorage();
  settle();
});
