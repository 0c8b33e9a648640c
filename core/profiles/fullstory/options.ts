import { OptionsError } from '../profile.ts';

/** The visitor's session the simulation plays. FullStory has no configuration object of its own for these. */
export interface FullstoryOptions {
  /** Live visitors, or a preview session (https://help.fullstory.com/hc/en-us/articles/360043159034-Preview-Mode). */
  readonly session: 'live' | 'preview';
  /** Has the visitor consented (`FS('setIdentity', { consent: true })`)? */
  readonly consent: boolean;
  /** Private by Default; undefined: as the settings source says, off where it says nothing. */
  readonly privateByDefault?: boolean;
}

const known = ['session', 'consent', 'privateByDefault'];

/**
 * @param input `{"session":"live|preview","consent":bool,"privateByDefault":bool}`, each part optional
 * @throws OptionsError naming the part that is wrong
 */
export function parseFullstoryOptions(input: unknown): FullstoryOptions {
  if (input === undefined || input === null) return { session: 'live', consent: false };
  if (typeof input !== 'object' || Array.isArray(input)) throw new OptionsError('options: must be an object');
  const given = input as Record<string, unknown>;
  for (const key of Object.keys(given)) {
    if (!known.includes(key))
      throw new OptionsError(`options.${key}: not known; known are ${known.join(', ')}`);
  }
  const session = given.session ?? 'live';
  if (session !== 'live' && session !== 'preview') {
    throw new OptionsError('options.session: must be "live" or "preview"');
  }
  const consent = given.consent ?? false;
  if (typeof consent !== 'boolean') throw new OptionsError('options.consent: must be true or false');
  const privateByDefault = given.privateByDefault;
  if (privateByDefault === undefined) return { session, consent };
  if (typeof privateByDefault !== 'boolean') {
    throw new OptionsError('options.privateByDefault: must be true or false');
  }
  return { session, consent, privateByDefault };
}
