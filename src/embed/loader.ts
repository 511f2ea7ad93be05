import { type Language, resolveLocale } from '../i18n/locale.ts';

/**
 * `<csp-scenario>`: shows its children until the view is there, then the view in a sandboxed frame that
 * grows with what it shows. What the view says becomes events: `csp-judged`, `csp-select`, `csp-error`, …
 * with the message as `detail`.
 */
const base = new URL('./embed.html', (document.currentScript as HTMLScriptElement | null)?.src);

class CspScenario extends HTMLElement {
  static observedAttributes = ['lng', 'theme'];
  readonly #root = this.attachShadow({ mode: 'open' });
  #frame: HTMLIFrameElement | undefined;
  #isGreeted = false;
  readonly #listen = (event: MessageEvent) => this.#hear(event);

  connectedCallback(): void {
    addEventListener('message', this.#listen);
    this.#root.innerHTML =
      '<style>:host{display:block}iframe{display:block;width:100%;border:0}</style><slot></slot>';
    if (this.getAttribute('loading') === 'click') this.#offer();
    else this.#open();
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#listen);
    this.#frame = undefined;
    this.#isGreeted = false;
  }

  attributeChangedCallback(name: string): void {
    if (!this.#isGreeted) return;
    if (name === 'lng') this.send({ type: 'setLanguage', language: this.#language() });
    else this.send({ type: 'setTheme', theme: this.getAttribute('theme') ?? 'auto' });
  }

  /** Says something to the view, as the protocol has it: `{ type: 'select', relationship: 'e2' }`. */
  send(message: object): void {
    // A sandboxed frame has no origin to be named; it is our own frame that is spoken to.
    this.#frame?.contentWindow?.postMessage({ csp: 1, ...message }, '*');
  }

  #language(): Language {
    let near: Element | null = this.closest('[lang]');
    // A shadow root hides its page from `closest`.
    for (let root = this.getRootNode(); !near && root instanceof ShadowRoot; ) {
      near = root.host.closest('[lang]');
      root = root.host.getRootNode();
    }
    const lang = near?.getAttribute('lang');
    return resolveLocale([this.getAttribute('lng'), lang, ...navigator.languages]);
  }

  #words() {
    return LOADER_WORDS[this.#language()];
  }

  #offer(): void {
    const button = document.createElement('button');
    button.textContent = this.#words().show;
    button.addEventListener('click', () => {
      button.remove();
      this.#open();
    });
    this.#root.append(button);
  }

  #open(): void {
    const address = new URL(base);
    const { searchParams: query } = address;
    query.set('lng', this.#language());
    query.set('origins', location.origin);
    for (const name of ['mode', 'theme', 'controls', 'chain', 'sample', 'course']) {
      const value = this.getAttribute(name);
      if (value) query.set(name, value);
    }
    const scenario = this.getAttribute('scenario')?.trim();
    if (scenario && /^[a-z]\d+\./.test(scenario)) address.hash = `s=${scenario}`;
    else if (scenario && !scenario.startsWith('{')) query.set('chain', scenario);
    const focus = this.getAttribute('focus');
    if (focus) address.hash += `${address.hash ? '&' : ''}focus=${encodeURIComponent(focus)}`;
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
    frame.loading = this.getAttribute('loading') === 'lazy' ? 'lazy' : 'eager';
    frame.title = this.title || this.#words().title;
    frame.height = this.getAttribute('height') ?? '150';
    frame.src = address.href;
    this.#frame = frame;
    this.#root.append(frame);
  }

  #hear({ source, data }: MessageEvent): void {
    if (!this.#frame || source !== this.#frame.contentWindow || data?.csp !== 1) return;
    const { type } = data;
    if (type === 'ready') void this.#greet();
    if (type === 'resize' && !this.hasAttribute('height')) {
      this.#frame.height = String(Math.min(20_000, Math.max(40, Number(data.height) || 0)));
    }
    this.dispatchEvent(
      new CustomEvent(`csp-${type}`, { detail: data, bubbles: true, composed: true }),
    );
  }

  /** The view is there: the children have done their part, and a file of this page is handed over. */
  async #greet(): Promise<void> {
    this.#root.querySelector('slot')?.remove();
    this.#isGreeted = true;
    this.send({ type: 'hello' });
    const src = this.getAttribute('src');
    const scenario = this.getAttribute('scenario')?.trim();
    if (scenario?.startsWith('{')) this.send({ type: 'load', scenario });
    if (!src) return;
    try {
      const response = await fetch(src);
      if (!response.ok) throw new Error(String(response.status));
      this.send({ type: 'load', scenario: await response.text() });
    } catch (failure) {
      const detail = { csp: 1, type: 'error', code: 'notFetched', message: String(failure) };
      this.dispatchEvent(new CustomEvent('csp-error', { detail, bubbles: true, composed: true }));
    }
  }
}

if (!customElements.get('csp-scenario')) customElements.define('csp-scenario', CspScenario);
