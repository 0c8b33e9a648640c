import type { SettingsClient } from './client.ts';

/** What the options page needs of the world around it. */
export interface OptionsClient {
  readonly settings: SettingsClient;
  /** Asks for access to one origin. Call it directly in a click handler: browsers want the gesture. */
  askAccess(origin: string): Promise<boolean>;
}
