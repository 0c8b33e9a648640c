/** What the demo and the tests hold on to in the extension's own pages. Kept by components/ on purpose. */
export const panelHooks = {
  scanned: 'main[data-scan-state="done"]',
  failed: 'main:is([data-scan-state="failed"], [data-scan-state="cancelled"])',
  /** The page changed since the scan. */
  stale: '[data-state="stale"]',
  rescan: '[data-action="rescan-page"]',
  verdict: '[data-verdict-sentence]',
  leak: '[data-finding]',
  /** The report as data. */
  exportReport: '[data-action="scrim-report-json"]',
  pick: '[data-action="pick"]',
  picking: '[data-action="pick"][aria-pressed="true"]',
  /** The picker says what is under the pointer. */
  pointed: '.picker-target',
  editor: 'form.editor',
  selector: 'form.editor [name="selector"]',
  maskChoice: 'form.editor input[name="action"][value="mask"]',
  saveDraft: '[data-action="save-draft"]:enabled',
  draftView: '[data-view="draft"]',
  leaksView: '[data-view="leaks"]',
  rulesView: '[data-view="rules"]',
  replayView: '[data-view="replay"]',
  /** What a draft hides or shows on this page. */
  draftEffect: '.change-effect',
  /** The same, while the rule is being written. */
  editorEffect: 'ul.effect',
  maskPhone: '[data-kind="detector.phone"] [data-action="mask"]',
  pushLive: '[data-action="push-live"]:enabled',
  confirmPush: '[data-action="confirm-push"]:enabled',
  pushConfirmed: '[data-push-state="confirmed"]',
} as const;

export const optionsHooks = {
  where: 'select[name="where"]',
  serverUrl: 'input[name="server"]',
  key: 'input[name="key"]',
  connect: '[data-action="connect"]:enabled',
  connected: 'main[data-connection-state="connected"] [data-connection-result]',
  problem: '.notice-bad',
} as const;
