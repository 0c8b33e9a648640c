// A recorder that is nobody's, for measuring: it takes the whole page each time something changes, hides what its marks
// say, and posts it to a collector in one of several ways. What it does otherwise than documented is switched on.

export type Transport = 'json' | 'gzip' | 'beacon' | 'worker' | 'encrypted' | 'half-encrypted';

/** What it does beside what FullStory documents; where nothing is documented it hides. */
export interface Quirks {
  /** Masked elements keep this attribute. */
  readonly keepsMasked?: readonly string[];
  readonly sendsComments?: boolean;
  readonly masksMeta?: boolean;
  /** Buttons are never masked. */
  readonly sendsButtons?: boolean;
  readonly sendsExcludedImages?: boolean;
}

export interface StandInOptions {
  readonly collector: string;
  readonly transport: Transport;
  readonly quirks: Quirks;
}

/** Source of its script. */
export function standInSource(options: StandInOptions): string {
  return `(${record.toString()})(${JSON.stringify(options)});`;
}

/** Longer than a function may be: it runs in the page by itself. */
function record({ collector, transport, quirks }: StandInOptions): void {
  type State = 'captured' | 'masked' | 'excluded';
  type Sent = Record<string, unknown> | string;
  const typed = new Map<Element, string>();
  const hide = (text: string) => text.replace(/\S/g, 'x');
  const worker =
    transport === 'worker'
      ? new Worker(
          URL.createObjectURL(
            new Blob([
              `onmessage = ({ data }) => fetch(${JSON.stringify(`${collector}/rec`)}, { method: 'POST', body: data });`,
            ]),
          ),
        )
      : undefined;

  function stateOf(element: Element, above: State): State {
    const has = (name: string) => element.classList.contains(name);
    if (above === 'excluded' || has('fs-exclude')) return 'excluded';
    if (has('fs-mask')) return 'masked';
    return has('fs-unmask') ? 'captured' : above;
  }

  const always = new Set(['src', 'style', 'class']);

  function attributesOf(element: Element, state: State): Record<string, string> {
    const kept: Record<string, string> = {};
    for (const { name, value } of element.attributes) {
      const isMeta = element.localName === 'meta' && name === 'content';
      const isHidden = isMeta
        ? state === 'masked' || quirks.masksMeta === true
        : state === 'masked' && !always.has(name) && !quirks.keepsMasked?.includes(name);
      kept[name] = isHidden ? hide(value) : value;
    }
    return kept;
  }

  function textIn(parent: Element, data: string, state: State): string {
    if (['script', 'noscript'].includes(parent.localName)) return '';
    if (['style', 'title'].includes(parent.localName) && parent.parentElement?.localName !== 'svg')
      return data;
    if (quirks.sendsButtons && parent.localName === 'button') return data;
    return state === 'masked' ? hide(data) : data;
  }

  function take(node: Node, above: State): Sent | undefined {
    if (node instanceof Comment)
      return quirks.sendsComments && above === 'captured' ? { comment: node.data } : undefined;
    if (node instanceof Text) return textIn(node.parentElement ?? document.body, node.data, above);
    if (!(node instanceof Element)) return undefined;
    const state = stateOf(node, above);
    if (state === 'excluded') {
      const images = quirks.sendsExcludedImages
        ? [...node.querySelectorAll('img')].map(({ src }) => src)
        : [];
      return { gone: node.getBoundingClientRect().height, images };
    }
    const value = typed.get(node);
    const files = node instanceof HTMLInputElement ? [...(node.files ?? [])].map(({ name }) => name) : [];
    return {
      tag: node.tagName,
      attributes: attributesOf(node, state),
      ...(value === undefined ? {} : { value: state === 'masked' ? hide(value) : value }),
      ...(files.length > 0 ? { files: state === 'masked' ? files.map(hide) : files } : {}),
      children: [...node.childNodes].map((child) => take(child, state)).filter((one) => one !== undefined),
    };
  }

  async function zipped(text: string): Promise<Uint8Array<ArrayBuffer>> {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  async function encrypted(text: string): Promise<Uint8Array<ArrayBuffer>> {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return new Uint8Array(
      await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text)),
    );
  }

  function post(body: BodyInit): void {
    fetch(`${collector}/rec`, { method: 'POST', body }).catch(() => undefined);
  }

  async function send(message: object): Promise<void> {
    const text = JSON.stringify(message);
    if (transport === 'gzip') return post(await zipped(text));
    if (transport === 'encrypted') return post(await encrypted(text));
    if (transport === 'beacon') return void navigator.sendBeacon(`${collector}/rec`, text);
    if (worker) return worker.postMessage(text);
    post(text);
    if (transport === 'half-encrypted') post(await encrypted(text));
  }

  let timer = 0;
  function soon(): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const tree = take(document.documentElement, 'captured');
      void send({ url: location.href, title: document.title, tree });
    }, 50);
  }

  const life = { capture: true, signal: new AbortController().signal };
  document.addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
        typed.set(target, target.value);
      soon();
    },
    life,
  );
  new MutationObserver(soon).observe(document, { subtree: true, childList: true, characterData: true });
  Reflect.set(window, 'FS', (what: string) => (what === 'getSession' ? '1234567890:0987654321' : undefined));
  soon();
}
