/** Two pictures of one page for people. Texts, values and images are not readable in them unless that was asked for. */
export interface PagePictures {
  /** The page as its visitor sees it, what would leak outlined and numbered. */
  readonly before: PagePicture;
  /** The page as its replay shows it: masked and excluded parts marked by pattern. */
  readonly after: PagePicture;
  /** Number of each finding that is marked, by its id. */
  readonly numbers: Readonly<Record<string, number>>;
}

export interface PagePicture {
  /** `data:image/png;base64,...` or webp. */
  readonly src: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The page is taller than that. */
  readonly isCut?: boolean;
}
