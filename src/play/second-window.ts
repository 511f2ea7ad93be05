import { useCallback, useEffect, useRef, useState } from 'react';
import type { Scenario } from '../model/scenario.ts';
import { scenarioOf, writeScenario } from '../model/scenario-file.ts';
import { type Act, isAct, isRecord, type Presentation, packed, unpacked } from './presenting.ts';

/**
 * Two windows of one browser that show one presentation. The window of the trainer leads: it says what is
 * shown; the other one follows, and passes on what is pressed in it. Nothing leaves the browser.
 */

/** What the two say to each other; anything else on the channel is not heard. */
type Message =
  | { readonly csp: 'lead'; readonly scenario: string; readonly state: Presentation }
  | { readonly csp: 'hello' | 'bye' }
  | { readonly csp: 'act'; readonly act: Act };

const CHANNEL = 'csp-present';
/** Milliseconds after which a window that was opened should have said hello. */
const PATIENCE = 8_000;

export type WindowStatus = 'none' | 'opening' | 'following' | 'blocked' | 'noChannel' | 'noAnswer';

interface Led {
  readonly status: WindowStatus;
  readonly open: () => void;
}

interface Leading {
  readonly scenario: Scenario;
  readonly state: Presentation;
  readonly onAct: (act: Act) => void;
  readonly now: () => number;
  /** The address of the window that follows; absent = there is none. */
  readonly address: ((room: string) => string) | undefined;
}

/** For the window of the trainer. */
export function useSecondWindow({ scenario, state, onAct, now, address }: Leading): Led {
  const [room] = useState(newRoom);
  const [status, setStatus] = useState<WindowStatus>('none');
  const channel = useRef<BroadcastChannel | null>(null);
  const latest = useRef({ scenario, state, onAct, now });

  const lead = useCallback(() => {
    const is = latest.current;
    say(channel.current, {
      csp: 'lead',
      scenario: writeScenario(is.scenario),
      state: packed(is.state, is.now()),
    });
  }, []);

  useEffect(() => {
    latest.current = { scenario, state, onAct, now };
    lead();
  }, [scenario, state, onAct, now, lead]);

  useEffect(() => () => channel.current?.close(), []);

  useEffect(() => {
    if (status !== 'opening') return;
    const timeout = setTimeout(() => setStatus('noAnswer'), PATIENCE);
    return () => clearTimeout(timeout);
  }, [status]);

  const open = () => {
    if (!address) return;
    if (typeof BroadcastChannel === 'undefined') return setStatus('noChannel');
    if (!channel.current) {
      channel.current = new BroadcastChannel(`${CHANNEL} ${room}`);
      channel.current.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (!isRecord(data)) return;
        if (data.csp === 'hello') {
          setStatus('following');
          lead();
        }
        if (data.csp === 'bye') setStatus('none');
        if (data.csp === 'act' && isAct(data.act)) latest.current.onAct(data.act);
      });
    }
    const opened = window.open(address(room), `${CHANNEL}-${room}`, 'popup');
    setStatus(opened ? 'opening' : 'blocked');
  };
  return { status, open };
}

interface Following {
  /** undefined = nothing was heard yet. */
  readonly shown: { readonly scenario: Scenario; readonly state: Presentation } | undefined;
  readonly tell: (act: Act) => void;
}

/** For the window that follows. What is pressed in it works too when nobody leads any more. */
export function useLed(room: string, now: () => number): Following {
  const [shown, setShown] = useState<Following['shown']>();
  const channel = useRef<BroadcastChannel | null>(null);
  const clock = useRef(now);

  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    const opened = new BroadcastChannel(`${CHANNEL} ${room}`);
    channel.current = opened;
    opened.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const heard = heardLead(data, clock.current());
      if (heard) setShown(heard);
    });
    const leave = () => say(opened, { csp: 'bye' });
    addEventListener('pagehide', leave);
    say(opened, { csp: 'hello' });
    return () => {
      removeEventListener('pagehide', leave);
      leave();
      opened.close();
    };
  }, [room]);

  const tell = useCallback((act: Act) => say(channel.current, { csp: 'act', act }), []);
  return { shown, tell };
}

/** Read as a file is: other pages of the same server could speak on the channel, too. */
function heardLead(data: unknown, now: number): Following['shown'] {
  if (!isRecord(data) || data.csp !== 'lead' || typeof data.scenario !== 'string') return undefined;
  const state = unpacked(data.state, now);
  const read = scenarioOf(parsed(data.scenario));
  return state && read.ok ? { scenario: read.scenario, state } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function say(channel: BroadcastChannel | null, message: Message): void {
  channel?.postMessage(message);
}

/** Two presentations in one browser don't hear each other. */
function newRoom(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(36)).join('');
}
