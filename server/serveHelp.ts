/** Printed by `scrim serve --help`. Kept as text: what you see is what is printed. */
export const serveHelp = `scrim serve - the settings server

  --port <n>              0: any free one (default: PORT, or 4870)
  --host <address>        what it listens on (default: 127.0.0.1, this computer only)
  --data-dir <folder>     the embedded database (default: SCRIM_DATA_DIR, or .scrim/data)
  --tls-cert <file>       certificate chain, PEM; read again at SIGHUP
  --tls-key <file>        its private key, PEM
  --behind-proxy          a proxy in front of it speaks TLS: lets it listen on --host without
  --trusted-proxy <list>  addresses or networks of proxies whose X-Forwarded-For is believed
  --log <text|json>       form of the log lines (default: text)
  --demo                  with a made-up org; its keys are printed the first time

  Environment             DATABASE_URL: a PostgreSQL server instead of the embedded database
                          SCRIM_METRICS_TOKEN: lets its bearer read /metrics from anywhere

  Exit codes              0 ended as it was told to, 1 could not start, 2 usage
`;
