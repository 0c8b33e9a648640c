import type { Profile } from '../core/profiles/profile.ts';

// Recorders that were put into a page's isolated world, one file each, beside the page script that plays them: a
// page gets the one that is played and not all twenty. No page script can see this.

const offered = Symbol.for('scrim.profiles');
const world = globalThis as { [offered]?: Map<string, Profile> };

/** Called by the recorder's own file. */
export function offerProfile<Options>(profile: Profile<Options>): void {
  world[offered] ??= new Map();
  world[offered].set(profile.id, profile as Profile);
}

/** A recorder whose file was put into this page. */
export function offeredProfile(id: string): Profile | undefined {
  return world[offered]?.get(id);
}

/** The file that holds a recorder, for `scripting.executeScript`. */
export function profileFile(id: string): `/profile-${string}.js` {
  return `/profile-${id}.js`;
}
