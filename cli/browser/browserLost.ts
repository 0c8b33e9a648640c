import { PageNotLoaded } from '../pageNotLoaded.ts';

/** The browser went away while a page was open in it: the page need not be what ended it. */
export class BrowserLost extends PageNotLoaded {
  override readonly name = 'BrowserLost';

  constructor(cause: unknown) {
    super('the browser went away while the page was open', { cause });
  }
}
