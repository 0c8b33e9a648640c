/** Printed by `scrim calibrate --help`. Kept as text: what you see is what is printed. */
export const measuringHelp = `scrim calibrate, scrim audit <site> - what a closed recorder really sends and keeps

  scrim calibrate <url>          plants values in a page that runs the recorder, and searches what leaves
  scrim audit <site url>         what FullStory holds of a visitor's last sessions at this site, and which
                                 rule would have kept it out

  --rules <file>      the org's rules; without them only what did leave is measured
  --options <json>    the recorder's own configuration, as for scrim check
  --json              machine-readable output
  --timeout <ms>      give a page this long to load (default: 30000)
  --wait <ms>         begin this long after the page has loaded (default: 0)
  --key-variable <n>  environment variable with a FullStory key, Standard level (default: SCRIM_API_KEY)
  --api <address>     FullStory's API (default: the data centre that the key names)

  calibrate only
  --recorder <id>     fullstory (default), hotjar, logrocket, smartlook, dynatrace, contentsquare, heap, pendo
  --receiver <origin> where this recorder sends to, when that is not known; may be given again
  --patience <ms>     wait this long for what was planted last (default: 20000)
  --write <file>      put what was measured into this rule file (of Scrim's own form)
  --read-back         FullStory: search what it holds of the session that was just recorded

  audit only
  --session <id>      a session, as FS('getSession') names it; may be given again
  --uid <id>, --email <address>
                      the last sessions of this visitor: FullStory lists those of one person only
  --last <n>          so many of them (default: 10)

  Exit codes          calibrate: 0 as documented, or nothing documented was contradicted; 1 contradictions,
                      or something held that should not be; 2 usage; 3 could not measure
                      audit: 0 nothing found, 1 leaks, 2 usage, 3 something was not inspected
`;
