/** int64: text by the schema, a number in the examples. */
const wholeNumbers: ReadonlySet<string> = new Set(['group_id', 'groupId', 'total_records', 'intVal']);

/** Keys that an answer may leave out. */
const optional: ReadonlySet<string> = new Set([
  'description',
  'exception_selectors',
  'next_page_token',
  'nextPaginationToken',
  'next_pagination_token',
]);

/** Whatever stands there is one of these. */
const words: Readonly<Record<string, readonly string[]>> = {
  action: ['EXCLUDE', 'MASK', 'UNMASK'],
  type: ['BLOCK_EXCLUDE', 'BLOCK_MASK', 'BLOCK_UNMASK'],
  scope: ['ALL_SESSIONS', 'NO_SESSIONS', 'PREVIEW_SESSIONS_ONLY', 'LIVE_SESSIONS_ONLY'],
  editable: ['EDITABLE_ANY', 'EDITABLE_DESCRIPTION_ONLY', 'EDITABLE_DESCRIPTION_SCOPE_AND_EXCEPTIONS'],
  role: ['UNKNOWN', 'ADMIN', 'USER', 'VIEW_ONLY', 'UMBRELLA_MANAGER', 'ARCHITECT'],
  templateId: ['NONE', 'FORM_PRIVACY'],
  recordGeoMode: ['GEO_ALL', 'GEO_ALLOW_LIST', 'GEO_BLOCK_LIST'],
  recordReq: ['ELIDE', 'RECORD', 'WHITELIST'],
  recordRsp: ['ELIDE', 'RECORD', 'WHITELIST'],
};

/** Objects whose keys are names somebody gave. */
const maps: ReadonlySet<string> = new Set(['elementRuleGroups', 'overrides']);

/** Where an answer is not of the documented shape: every documented key, of the same type and out of the same words. */
export function shapeProblems(documented: unknown, actual: unknown, path = '$', key = ''): string[] {
  if (documented === null) return [];
  if (wholeNumbers.has(key))
    return /^(-?\d+)$/.test(String(actual)) ? [] : [`${path}: no whole number: ${JSON.stringify(actual)}`];
  const allowed = words[key];
  if (allowed && !allowed.includes(String(actual)) && typeof documented === 'string')
    return [`${path}: ${JSON.stringify(actual)} is none of ${allowed.join(', ')}`];
  if (Array.isArray(documented)) return listProblems(documented, actual, path);
  if (typeof documented === 'object') return objectProblems(documented, actual, path, key);
  return typeof documented === typeof actual ? [] : [`${path}: ${typeof actual}, not ${typeof documented}`];
}

function listProblems(documented: readonly unknown[], actual: unknown, path: string): string[] {
  if (!Array.isArray(actual)) return [`${path}: no list`];
  const [like] = documented;
  if (like === undefined) return [];
  return actual.flatMap((entry, at) => shapeProblems(like, entry, `${path}[${at}]`));
}

function objectProblems(documented: object, actual: unknown, path: string, key: string): string[] {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return [`${path}: no object`];
  const found = new Map<string, unknown>(Object.entries(actual));
  const named = Object.entries(documented);
  if (maps.has(key)) {
    const [like] = named;
    const known = new Map<string, unknown>(named);
    return [...found].flatMap(([name, value]) =>
      shapeProblems(known.get(name) ?? like?.[1], value, `${path}.${name}`, name),
    );
  }
  return named.flatMap(([name, value]) => {
    if (found.has(name) && found.get(name) !== null)
      return shapeProblems(value, found.get(name), `${path}.${name}`, name);
    return optional.has(name) || value === null ? [] : [`${path}.${name}: missing`];
  });
}
