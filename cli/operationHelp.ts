/** Printed by `scrim keys` and `scrim audit`. Kept as text: what you see is what is printed. */
export const operationHelp = `scrim keys, scrim audit - the people of a settings server, and what they did

  scrim keys create --org <id> --email <address> --role <viewer|architect|admin>
                                 a key for a person; printed this once
  scrim keys list --org <id>     who has which key, made by whom, last used when
  scrim keys revoke <key id>     dead at once, on every instance
  scrim keys regenerate <key id> a new key for the same person; the old one is dead at once
  scrim audit verify --org <id>  whether every entry is there as it was written
  scrim audit export --org <id>  every entry, oldest first
                                 (both read the database; of a running server: GET /v1/audit/...)
  scrim audit <site url>         something else: what FullStory holds of a site (scrim calibrate --help)

  --org <id>          the org; with --server it is checked against the key's
  --email <address>   create: whose key it is
  --role <role>       create: viewer (reads who it is), architect (reads settings), admin (changes them)
  --expires <time>    create: 2027-01-31T00:00:00Z (default: never)
  --new-org <name>    create: makes the org too, with its first Admin key
  --data-dir <folder> the embedded database, while no server runs (default: SCRIM_DATA_DIR, or
                      .scrim/data); DATABASE_URL for PostgreSQL, beside running servers
  --server <address>  go through a running server, with an Admin key from SCRIM_ADMIN_KEY
  --key-stdin         read that key from standard input instead
  --json              keys: machine-readable output
  --format <form>     audit export: ndjson or csv (default: ndjson)
  --head <n>:<hash>   audit verify: what it printed before; shows that nothing was cut off since

  Exit codes          0 done, 1 refused or audit log broken, 2 usage
`;
