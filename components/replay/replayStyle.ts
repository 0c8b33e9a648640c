/** How the replay shows what was not sent. Attribute selectors of our own, so that page classes do not meet them. */
export const replayStyle = `
[data-scrim-excluded] { display: block; min-width: 3em; min-height: 1.6em; border: 1px solid #8b8f99;
  background: repeating-linear-gradient(135deg, #d5d8de 0 6px, #f3f4f6 6px 12px) !important; }
span[data-scrim-excluded] { display: inline-block; vertical-align: middle; }
tr[data-scrim-excluded] { display: table-row; } td[data-scrim-excluded], th[data-scrim-excluded] { display: table-cell; }
[data-scrim-masked] { color: #9aa1ad !important; letter-spacing: -0.04em; -webkit-text-fill-color: #9aa1ad; }
[data-scrim-unknown] { outline: 1px dashed #8a6100; outline-offset: 1px; }
[data-scrim-image] { background: #e7e9ee; outline: 1px solid #cfd3da; outline-offset: -1px; }
`;
