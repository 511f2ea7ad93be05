import {
  allowedOrigins,
  type Conversation,
  type HostMessage,
  hear,
  PROTOCOL,
  type ViewMessage,
} from './protocol.ts';

/** The page around a view: what both say to each other, whatever the view shows. */
export interface Host {
  /** Says something, once the page said hello. */
  readonly tell: (message: ViewMessage) => void;
  readonly tellHeight: () => void;
  /** Begins to listen, and says that the view is ready. */
  readonly begin: (obey: (message: HostMessage) => void) => void;
}

export function createHost(address: URL): Host {
  let conversation: Conversation = {
    allowed: allowedOrigins(address.searchParams.get('origins'), address.origin),
    host: null,
  };
  const tell = (message: ViewMessage) => {
    const { host } = conversation;
    if (host !== null) post(message, host);
  };
  const tellHeight = () => {
    const { height } = document.body.getBoundingClientRect();
    tell({ type: 'resize', height: Math.ceil(height) });
  };
  return {
    tell,
    tellHeight,
    begin: (obey) => {
      new ResizeObserver(tellHeight).observe(document.body);
      addEventListener('message', ({ source: sender, origin, data }) => {
        if (sender !== parent) return;
        const heard = hear(conversation, origin, data);
        ({ conversation } = heard);
        if (heard.error) post({ type: 'error', code: heard.error, message: '' }, origin);
        if (heard.message) obey(heard.message);
      });
      post({ type: 'ready' }, '*');
    },
  };
}

function post(message: ViewMessage, origin: string): void {
  if (parent === self) return;
  // A page without an origin can't be named as the receiver.
  parent.postMessage({ csp: PROTOCOL, ...message }, origin === 'null' ? '*' : origin);
}
