// Longer than other files: one style sheet, whose hash stands in the report's content security policy.
/** Colours are the panel's (assets/tokens.css; a test holds them together). ASCII only. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #17191e);
  --ground-raised: light-dark(#f6f7f9, #1f2229);
  --ground-sunken: light-dark(#eef0f3, #121419);
  --line: light-dark(#dfe2e8, #30343d);
  --line-strong: light-dark(#8a909c, #6d7482);
  --ink: light-dark(#1b1f27, #e9ebef);
  --ink-quiet: light-dark(#575e6b, #a4abb8);
  --accent: light-dark(#2b50c8, #a3b8ff);
  --on-accent: light-dark(#ffffff, #10131c);
  --accent-soft: light-dark(#e9eefc, #232b45);
  --bad: light-dark(#b3202a, #ff9a97);
  --bad-soft: light-dark(#fdeeee, #38201f);
  --warn: light-dark(#7c5200, #f0c266);
  --warn-soft: light-dark(#fdf4e1, #332a18);
  --good: light-dark(#176b3f, #7fd8a6);
  --good-soft: light-dark(#e9f6ee, #1a3025);
  --masked: light-dark(#3c5a99, #9db5ea);
  --excluded: light-dark(#676d79, #a9b0bc);
  --face: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
  --face-mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground-sunken); color: var(--ink); font: 0.9375rem/1.55 var(--face); overflow-wrap: break-word; }
[hidden] { display: none !important; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
a { color: var(--accent); text-underline-offset: 0.15em; }
h1, h2, h3, h4, p, ul, ol, dl, figure { margin: 0; }
ul, ol { padding: 0; list-style: none; }
code, .path { font-family: var(--face-mono); font-size: 0.84em; overflow-wrap: anywhere; }
.quiet, .path { color: var(--ink-quiet); }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: 0.5rem 1rem; background: var(--accent); color: var(--on-accent); border-radius: 0 0 8px 8px; z-index: 9; }
.skip:focus { top: 0; }
.patterns { position: absolute; }
.masthead, main { width: min(76rem, 100% - 2rem); margin-inline: auto; }
.masthead { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1.5rem; padding: 1.25rem 0 1rem; font-size: 0.8125rem; }
.brand { display: flex; align-items: center; gap: 0.55rem; flex-wrap: wrap; }
.brand svg { width: 1.4rem; height: 1.4rem; }
.brand rect { fill: var(--ink); }
.brand path { fill: none; stroke: var(--ground); stroke-width: 2.2; stroke-linecap: round; }
.brand b { font-size: 1rem; letter-spacing: -0.01em; }
.brand span { color: var(--ink-quiet); }
main { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); padding-bottom: 4rem; }

.verdict { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 1.25rem; padding: 1.75rem; border-radius: 14px; background: var(--tone-soft); border: 1px solid color-mix(in srgb, var(--tone) 35%, transparent); }
.verdict-red, .page-red { --tone: var(--bad); --tone-soft: var(--bad-soft); }
.verdict-amber, .page-amber { --tone: var(--warn); --tone-soft: var(--warn-soft); }
.verdict-green, .page-green { --tone: var(--good); --tone-soft: var(--good-soft); }
.verdict h1 { font-size: clamp(1.35rem, 1rem + 1.9vw, 2.05rem); line-height: 1.2; letter-spacing: -0.02em; text-wrap: balance; color: var(--tone); }
.verdict-detail { margin-top: 0.5rem; font-size: 1.0625rem; }
.verdict-why { margin-top: 0.9rem; font-weight: 600; }
.verdict ul { list-style: disc; padding-left: 1.2rem; }
.verdict-passed { margin-top: 0.9rem; color: var(--ink-quiet); font-size: 0.8125rem; }
.sign { width: 1.25rem; height: 1.25rem; flex: none; }
.verdict .sign { width: 2.75rem; height: 2.75rem; margin-top: 0.15rem; }
.sign-red { --tone: var(--bad); }
.sign-amber { --tone: var(--warn); }
.sign-green { --tone: var(--good); }
.sign-ground { fill: var(--tone); }
.sign-line { fill: none; stroke: var(--ground); stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }

.totals { display: flex; flex-wrap: wrap; gap: 1px; background: var(--line); border: 1px solid var(--line); border-radius: 14px; overflow: hidden; }
.total { flex: 1 1 8.5rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: 0.9rem 1.1rem 1rem; background: var(--ground); }
.total dd { margin: 0; font-size: 1.75rem; line-height: 1.15; font-weight: 650; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.total dt { font-size: 0.78rem; color: var(--ink-quiet); }
.total-leaks dd { color: var(--bad); }
.total-possibleLeaks dd, .total-uninspected dd { color: var(--warn); }
.total.is-none dd { color: var(--ink-quiet); font-weight: 450; }

.card, .page, .rule { background: var(--ground); border: 1px solid var(--line); border-radius: 14px; }
.card { padding: 1.25rem 1.5rem 1.4rem; display: grid; gap: 0.6rem; grid-template-columns: minmax(0, 1fr); }
h2 { font-size: 1.0625rem; letter-spacing: -0.01em; }
section[id] { display: grid; gap: 0.6rem; grid-template-columns: minmax(0, 1fr); margin-top: 1.25rem; scroll-margin-top: 4.5rem; }
section[id] > h2 { font-size: 1.35rem; letter-spacing: -0.015em; }
h3 { font-size: 0.9375rem; font-weight: 600; overflow-wrap: anywhere; }
h4 { font-size: 0.8125rem; margin-top: 0.4rem; }
.plain { color: var(--ink-quiet); display: grid; gap: 0.2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 0.4rem 0.75rem; border-top: 1px solid var(--line); font-weight: 400; white-space: nowrap; }
th:first-child, .kinds td:nth-child(2), .kinds th:nth-child(2) { text-align: left; }
th:first-child { padding-left: 0; font-weight: 600; white-space: normal; }
thead th, thead th:first-child { border-top: 0; color: var(--ink-quiet); font-size: 0.78rem; font-weight: 400; }

.coverage { display: grid; gap: 0.6rem; }
.bar { width: 100%; height: 0.9rem; border-radius: 4px; }
.swatch { width: 1.75rem; height: 0.875rem; border-radius: 3px; flex: none; }
.bar-captured { fill: var(--ink); }
.bar-masked { fill: url(#p-masked); }
.bar-excluded { fill: url(#p-excluded); }
.bar-unknown { fill: url(#p-unknown); }
.p-masked-ground { fill: var(--accent-soft); }
.p-masked { fill: var(--masked); }
.p-excluded-ground { fill: var(--ground-sunken); }
.p-excluded { fill: var(--excluded); }
.p-unknown-ground { fill: var(--warn-soft); }
.p-unknown { stroke: var(--warn); stroke-width: 1.6; fill: none; }
.legend { display: flex; flex-wrap: wrap; gap: 0.4rem 1.5rem; font-size: 0.8125rem; }
.legend li { display: flex; align-items: center; gap: 0.5rem; }

.bar-views { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.5rem 1rem; padding: 0.6rem 0; background: var(--ground-sunken); border-bottom: 1px solid var(--line); margin-top: 0.75rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem; }
nav a { padding: 0.3rem 0.7rem; border-radius: 99px; color: var(--ink); text-decoration: none; font-size: 0.875rem; font-weight: 550; }
nav a:hover { background: var(--line); }
nav span { color: var(--ink-quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
.tools { display: none; flex-wrap: wrap; gap: 0.4rem; }
.scripted .tools { display: flex; }
.tools input, .tools select, .tools button { font: inherit; font-size: 0.8125rem; color: var(--ink); background: var(--ground); border: 1px solid var(--line-strong); border-radius: 8px; padding: 0.3rem 0.6rem; min-height: 2rem; }
.tools input { width: 13rem; }
.tools input::placeholder { color: var(--ink-quiet); opacity: 1; }
.tools button { cursor: pointer; }
.tools button:hover { background: var(--ground-raised); }

summary { cursor: pointer; list-style: none; display: flex; align-items: center; gap: 0.7rem; }
summary::-webkit-details-marker { display: none; }
summary::after { content: ""; margin-left: auto; flex: none; width: 0.5rem; height: 0.5rem; border: solid var(--ink-quiet); border-width: 0 2px 2px 0; transform: rotate(45deg) translate(-2px, -2px); }
details[open] > summary::after { transform: rotate(225deg) translate(-2px, -2px); }
.page > summary, .rule > summary { padding: 0.8rem 1.25rem; border-radius: 14px; }
.page > summary { flex-wrap: wrap; }
.page > summary h3, .rule > summary h3 { flex: 1 1 12rem; min-width: 0; }
.page > summary:hover, .rule > summary:hover { background: var(--ground-raised); }
.page { border-left: 4px solid var(--tone); overflow: clip; }
.page-body { padding: 0.25rem 1.25rem 1.25rem; display: grid; gap: 0.8rem; grid-template-columns: minmax(0, 1fr); }
.rule > :not(summary) { margin: 0 1.25rem 0.9rem; }
.chips { display: flex; flex-wrap: wrap; gap: 0.3rem; }
.chip, .severity, .tag { display: inline-block; padding: 0.06rem 0.5rem; border-radius: 99px; font-size: 0.75rem; line-height: 1.5; border: 1px solid var(--line); color: var(--ink-quiet); white-space: nowrap; }
.chip-leaks { background: var(--bad-soft); color: var(--bad); border-color: transparent; font-weight: 600; }
.chip-possible, .chip-uninspected { background: var(--warn-soft); color: var(--warn); border-color: transparent; }
.chip-clean { background: var(--good-soft); color: var(--good); border-color: transparent; }
.chip { white-space: normal; }
.severity-critical { background: var(--bad); color: var(--ground); border-color: var(--bad); font-weight: 600; }
.severity-high { color: var(--bad); border-color: var(--bad); }
.severity-medium { color: var(--warn); border-color: var(--warn); }

.leaks { display: grid; gap: 0; }
.leak-body { grid-column: 2; }
.leak { display: grid; grid-template-columns: minmax(1.6rem, auto) minmax(0, 1fr); gap: 0.8rem; padding: 0.75rem 0; border-top: 1px solid var(--line); }
.number { display: grid; place-items: center; min-width: 1.6rem; height: 1.6rem; padding: 0 0.3rem; border-radius: 6px; background: var(--bad); color: var(--ground); font-size: 0.8125rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.is-possible .number { background: transparent; color: var(--warn); border: 2px dashed var(--warn); }
.leak-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.5rem; }
.sample { background: var(--ground-sunken); padding: 0.08rem 0.4rem; border-radius: 4px; }
.places { margin-top: 0.3rem; display: grid; gap: 0.35rem; font-size: 0.8438rem; }
.places li, .rows li { display: flex; flex-wrap: wrap; gap: 0.1rem 0.6rem; }
.places .reason { flex-basis: 100%; }
.channel { font-weight: 550; }
.values code { color: var(--bad); }
.rows { display: grid; gap: 0.3rem; font-size: 0.875rem; }
.fold > summary { font-size: 0.8438rem; font-weight: 550; }
.page-body > .fold, .card > .fold { border-top: 1px solid var(--line); padding-top: 0.6rem; }
.page-body > .fold > summary::after, .card > .fold > summary::after { margin-left: 0; }
.page-body > .fold > :not(summary), .card > .fold > :not(summary) { margin-top: 0.5rem; }

.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0.4rem 1rem; }
figure { display: grid; grid-row: span 2; grid-template-rows: subgrid; gap: 0.4rem; }
figcaption { font-size: 0.8125rem; color: var(--ink-quiet); }
figcaption b { display: block; color: var(--ink); }
.picture { align-self: start; border: 1px solid var(--line); border-radius: 8px; max-height: 30rem; overflow: auto; background: #ffffff; }
.picture img { display: block; width: 100%; height: auto; }
footer { padding-top: 1.5rem; font-size: 0.8125rem; }

@media (max-width: 40rem) {
  .total-pages { flex-basis: 100%; }
  thead th { white-space: normal; vertical-align: bottom; }
  .masthead, main { width: calc(100% - 1.25rem); }
  .verdict { grid-template-columns: minmax(0, 1fr); padding: 1.1rem; gap: 0.6rem; }
  .card { padding: 1rem; }
  .page > summary, .rule > summary { padding: 0.75rem 0.9rem; }
  .page-body { padding: 0.25rem 0.9rem 1rem; }
  .tools, .search, .tools input { width: 100%; }
  .bar-views { position: static; }
  html { scroll-padding-top: 0.5rem; }
}
@media (forced-colors: active) {
  .chip, .severity, .number, .verdict, .page { border: 1px solid; }
  .bar-captured { fill: CanvasText; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { color-scheme: light; }
  body { background: #ffffff; font-size: 9.5pt; }
  @page { margin: 14mm 12mm; }
  .masthead, main { width: 100%; }
  .bar-views, .skip, summary::after { display: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .picture { max-height: none; overflow: visible; }
  .picture img { max-height: 200mm; width: auto; max-width: 100%; object-fit: contain; object-position: top; }
  .leak, .total, .rule, figure, tr { break-inside: avoid; }
  .page > summary, h2, h3, h4 { break-after: avoid; }
  .page, .card, .verdict, .rule { border-radius: 4px; box-shadow: none; }
  .page { overflow: visible; }
  .pictures { grid-template-columns: 1fr 1fr; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
