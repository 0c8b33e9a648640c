/** Printed by `scrim help`. Kept as text: what you see is what is printed. */
export const help = `scrim - what a session recorder would capture of a page

  scrim capture <url|file>           every value the recorder would send, raw
  scrim check [url|file...]          personal data that would be recorded, redacted
  scrim merge <results...>           the results of all shards as one run
  scrim fields <url|file...>         what would be typed into each form field, and why
  scrim detect                       what is sensitive in texts: JSON lines in, JSON lines out
  scrim translate --from <id> --to <id>
                                     one recorder's rules as another one's configuration code
  scrim serve                        the settings server (scrim serve --help)
  scrim keys, scrim audit            its people, and what they did (scrim keys --help)
  scrim calibrate <url>              what a closed recorder really sends (scrim calibrate --help)
  scrim audit <site url>             what FullStory holds of a site's sessions (the same)

  --profile <id>      the recorder (default: fullstory); auto: the one that the first page runs
  --options <json>    the recorder's own configuration, or @file: JSON or the site's own code
                      fullstory: {"session":"live|preview","consent":bool,"privateByDefault":bool}
                      rrweb, posthog, sentry, datadog, clarity, openreplay, logrocket: what the site
                      passes to record(), posthog.init(), replayIntegration(), datadogRum.init(),
                      clarity.start(), new Tracker(), LogRocket.init()
                      mixpanel, amplitude, newrelic, statsig, faro: what the site passes to
                      mixpanel.init(), sessionReplayPlugin(), NREUM.init, the plugin,
                      new ReplayInstrumentation()
                      smartlook, dynatrace, contentsquare, heap, pendo: docs/profiles.md
  --rules <file>      a FullStory rule list as the API sends it, or a Scrim rule file (which may hold
                      the org's own detectors and suppressions: docs/leaks.md)
  --json              machine-readable output (docs/cli.md)
  --wait <ms>         look this long after the page has loaded (default: 0)
  --watch <ms>        go on recording this long: what the page does meanwhile is in the result (default: 0)
  --timeout <ms>      give a page this long to load (default: 30000)
  --no-browser        read files as saved pages: nothing is run, nothing is loaded; pages exported
                      by the panel (.scrim-page.json) are always read so

  check only: which pages, and what counts (docs/check.md)
  --config <file>     the configuration (default: scrim.config.ts, .js, .mjs or .json here)
  --sitemap <url>     the pages that a sitemap names
  --include <pattern> of these only those whose address holds a match of the pattern; may be given again
  --exclude <pattern> of these none whose address holds a match; may be given again
  --most <n>          at most this many of these
  --list <file>       the pages of a file, one on a line
  --max-leaks <n>     leaks that are allowed (default: 0)
  --show-values       print values instead of redacted samples (locally, with care)

  check only: how
  --workers <n>       tabs at a time (default: 2)
  --delay <ms>        between two pages of one host (default: 0)
  --retries <n>       how often a page that did not load is tried again (default: 1)
  --ignore-robots     open what the site's robots.txt forbids
  --locale <tag>      the browser's language, such as de-DE
  --visitor           fill the fields with a made-up person (docs/flows.md)
  --wire              search what leaves the browser for what that person typed (docs/wire.md)
  --browser <ws://>   a browser that runs elsewhere
  --results <file>    keep the results in this file, page by page
  --resume            go on with that file after a run that was cut off
  --shard <i/n>       only this part of the pages, such as 2/4 (scrim merge puts them together)

  check and merge: what comes of it (docs/reports.md)
  --report <form>=<file>
                      write a report; may be given again:
                      json, junit, sarif, annotations, summary, markdown, html
  --baseline <file>   compare with a baseline (default: scrim.lock.json)
  --update            write the baseline anew; accepts no leak by itself
  --accept <reason>   with --update and --until: accept what leaks now
  --until <day>       the last day on which that is accepted, such as 2027-01-31

  fields only (with --json, --wait, --watch, --timeout, --no-browser)
  --key <attribute>   print the value of this attribute with each field

  translate only (with --options, --rules and --json)
  --from <id>         the recorder whose configuration and rules are given
  --to <id>           the recorder to write them for

  Recorders, verified against the real package
                      rrweb, posthog, sentry, datadog, clarity, openreplay, mixpanel, amplitude,
                      newrelic, statsig, faro
  Recorders, documented, not verified
                      fullstory, hotjar, logrocket, smartlook, dynatrace, contentsquare, heap, pendo

  Exit codes          capture: 0 records printed, 2 usage, 3 not loaded
                      check, merge: 0 nothing found and everything looked at, 1 leaks (or a rule that stopped
                      matching, coverage lost), 2 usage, 3 something was not inspected
                      translate: 0 all of it is said, 1 something was refused, 2 usage
`;
