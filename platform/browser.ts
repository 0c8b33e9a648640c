// The only door to the WebExtension API. Imported by platform/, background/ wiring and entrypoints only.
// Never by core/, components/ or page/: the polyfill adds 10 KB to every bundle that imports it.
export { browser } from 'wxt/browser';
