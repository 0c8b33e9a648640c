/** The page could not be looked at: exit code 3, never silence. */
export class PageNotLoaded extends Error {
  override readonly name: string = 'PageNotLoaded';
}
