// A browser is looked for and, if need be, installed by scripts/findBrowser.ts. A download during
// `npm install` would abort the whole installation wherever only package registries can be reached.
module.exports = { skipDownload: true };
