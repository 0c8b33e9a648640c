/** The little of the extension API that tests call inside the extension's own contexts. */
export interface ExtensionApi {
  readonly runtime: {
    sendMessage<Reply>(message: unknown): Promise<Reply>;
    readonly onConnect: { addListener(listener: (port: ExtensionPort) => void): void };
  };
  readonly storage: Readonly<Record<'local' | 'session' | 'sync', { get(keys: null): Promise<object> }>>;
}

interface ExtensionPort {
  readonly onMessage: { addListener(listener: (message: unknown) => void): void };
}
