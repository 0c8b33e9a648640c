/** There is no browser to be had: no further page can be looked at. Its message says what was tried. */
export class BrowserUnavailable extends Error {
  override readonly name = 'BrowserUnavailable';
}
