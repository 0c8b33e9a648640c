const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const prefix = 'scrim/';
const keyLength = 36;
const maxSlug = 40;

/**
 * The branch that a proposal comes from: `scrim/masking-rules-<key>`, the middle part from the name of the rule file.
 * It is told by the key and the connection alone, so that whoever lost an answer finds what the first try left.
 *
 * @throws {Error} for a key that is no UUID
 */
export function proposalBranch(path: string, key: string): string {
  if (!uuid.test(key)) throw new Error('The key of a proposal is a UUID.');
  const file = (path.split('/').at(-1) ?? '').replace(/\.[a-z0-9]{1,8}$/i, '');
  const slug = file
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '-')
    .split('-')
    .filter((part) => part !== '')
    .join('-')
    .slice(0, maxSlug);
  return `${prefix}${slug === '' ? 'rules' : slug}-${key}`;
}

/** The key of a proposal, from its branch; undefined for branches that are not Scrim's. */
export function keyOfBranch(branch: string): string | undefined {
  if (!branch.startsWith(prefix)) return undefined;
  const key = branch.slice(-keyLength);
  return uuid.test(key) ? key : undefined;
}
