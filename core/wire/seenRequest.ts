/** One request of a tab, as the browser tells it before it is sent. Raw: it stays in memory. */
export interface SeenRequest {
  readonly url: string;
  readonly method: string;
  /** The browser's word for what asked for it: `xmlhttprequest`, `ping`, `image`, ... */
  readonly type: string;
  /** False: of a worker, which belongs to no tab. */
  readonly isOfTab: boolean;
  /** Address or origin of who asked for it, where the browser tells. */
  readonly from?: string;
  readonly body: SeenBody;
}

export type SeenBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** A form, taken apart by the browser. */
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, readonly string[]>> }
  /** There may be one, and the browser does not give it, or gives a part. */
  | { readonly kind: 'missing'; readonly bytes?: Uint8Array };
