import { openDatabase } from '../../../server/openDatabase.ts';
import { describeSettingsContract } from './settingsContract.ts';

describeSettingsContract('the connector and the server on the embedded database', async () =>
  openDatabase({ now: () => new Date(), log: () => undefined }),
);
