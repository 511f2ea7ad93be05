import type { TFunction } from 'i18next';
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { createExplainer } from '../i18n/explain.ts';
import { ENDONYMS, LANGUAGES, type Language } from '../i18n/locale.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Scenario } from '../model/scenario.ts';
import { judge } from '../policy/judge.ts';
import { type Stop, stopKey, walkOf } from '../training/walk.ts';
import { usePlaying } from './play-context.ts';
import {
  type Act,
  actOfKey,
  isOpen,
  LARGEST,
  type Presentation,
  placeOf,
  presented,
  shownTime,
  startPresentation,
  TIMER_MINUTES,
} from './presenting.ts';
import './presenter.css';
import { StagePicture } from './StagePicture.tsx';
import { useLed, useSecondWindow, type WindowStatus } from './second-window.ts';
import { type StopWords, stopTitle, stopWords } from './stop-words.ts';
import { useCaptionWords } from './use-caption-words.ts';

type WordsOf = (language: Language) => Promise<TFunction>;

export interface PresenterProps {
  /** What is presented; judged anew whenever it changes. */
  readonly scenario: Scenario;
  /** The words of a language, loaded where they are not there yet. */
  readonly wordsOf: WordsOf;
  readonly onLeave?: () => void;
  /** Whether letters work as keys at first; absent = they do. */
  readonly singleKeys?: boolean;
  /**
   * The presenter folded itself to a bar at the foot of the page, or spread out again: while it is folded
   * what lies behind it can be edited, and the second window shows every change. Absent = it never folds.
   */
  readonly onFold?: (isFolded: boolean) => void;
  /** Where `<PresenterScreen room={…}>` is shown; absent = there is no second window. */
  readonly screenAddress?: (room: string) => string;
}

/** A scenario for a room: large, stop by stop from Microsoft to the customers, in one or two languages. */
export function Presenter(props: PresenterProps) {
  const { scenario, wordsOf, onLeave, singleKeys, onFold, screenAddress } = props;
  const { language, now } = usePlaying();
  const [state, setState] = useState(() => startPresentation(language));
  const stops = walkOf(scenario);
  const act = (one: Act) => setState((before) => presented(before, one, stops, now()));
  const second = useSecondWindow({ scenario, state, onAct: act, now, address: screenAddress });
  const [isFolded, setFolded] = useState(false);
  const fold = (next: boolean) => {
    setFolded(next);
    onFold?.(next);
  };
  return (
    <Stage
      singleKeys={singleKeys}
      isFolded={isFolded}
      onFold={onFold && fold}
      scenario={scenario}
      stops={stops}
      state={state}
      wordsOf={wordsOf}
      onAct={act}
      onLeave={onLeave}
      onOpenSecond={screenAddress && second.open}
      second={second.status}
    />
  );
}

export interface PresenterScreenProps {
  /** Names the presentation that this window follows. */
  readonly room: string;
  readonly wordsOf: WordsOf;
}

/** The second window, on the projector: follows the first, and goes on alone when that is gone. */
export function PresenterScreen({ room, wordsOf }: PresenterScreenProps) {
  const { t, now } = usePlaying();
  const { shown, tell } = useLed(room, now);
  const [own, setOwn] = useState<{ of: typeof shown; state: Presentation } | undefined>();
  if (!shown) {
    return (
      <main className="presenter">
        <p className="presenter__alone" role="status">
          {t('classroom.window.waiting')}
        </p>
      </main>
    );
  }
  const state = own?.of === shown ? own.state : shown.state;
  const stops = walkOf(shown.scenario);
  const act = (one: Act) => {
    setOwn({ of: shown, state: presented(state, one, stops, now()) });
    tell(one);
  };
  return (
    <main>
      <Stage
        scenario={shown.scenario}
        stops={stops}
        state={state}
        wordsOf={wordsOf}
        onAct={act}
        isScreen
      />
    </main>
  );
}

interface StageProps {
  readonly scenario: Scenario;
  readonly stops: readonly Stop[];
  readonly state: Presentation;
  readonly wordsOf: WordsOf;
  readonly onAct: (act: Act) => void;
  readonly onLeave?: (() => void) | undefined;
  readonly onOpenSecond?: (() => void) | undefined;
  readonly second?: WindowStatus;
  readonly singleKeys?: boolean | undefined;
  readonly isScreen?: boolean;
  readonly isFolded?: boolean;
  readonly onFold?: ((isFolded: boolean) => void) | undefined;
}

function Stage(props: StageProps) {
  const { scenario, stops, state, wordsOf, onAct, onLeave, isScreen, isFolded } = props;
  const { t, announce } = usePlaying();
  const root = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [hasLetters, setLetters] = useState(props.singleKeys ?? true);
  const [problem, setProblem] = useState<'noFullScreen' | null>(null);
  const { words, failed } = useCaptionWords(state.captions, wordsOf);
  const judgement = judge(scenario);
  const place = placeOf(state, stops);
  const stop = stops[place];
  const isShown = stop !== undefined && isOpen(state, stopKey(stop));
  const captions = stop
    ? [...words].map(([one, own]) => stopWords(stop, scenario, judgement, own, one))
    : [];

  useEffect(() => {
    if (!isFolded) root.current?.focus();
  }, [isFolded]);
  const at = stop && stopKey(stop);
  useEffect(() => {
    if (at) text.current?.scrollTo(0, 0);
  }, [at]);
  useAnnounced(captions[0], isShown, state.isBlank, announce);
  const swipe = useSwipe(onAct);

  const toggleFullScreen = () => {
    setProblem(null);
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : root.current?.requestFullscreen?.();
    if (change) change.catch(() => setProblem('noFullScreen'));
    else setProblem('noFullScreen');
  };

  useKeys((event) => {
    const isHere = event.target === document.body || root.current?.contains(event.target as Node);
    const isTyped = event.isComposing || event.ctrlKey || event.altKey || event.metaKey;
    if (isFolded || !isHere) return;
    // What lies behind the presentation hears no keys: it can't be seen.
    event.stopPropagation();
    if (isTyped || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      if (!document.fullscreenElement && !isOpenDetails(event.target)) onLeave?.();
      return;
    }
    if (usesKey(event.target, event.key)) return;
    if (hasLetters && event.code === 'KeyF') toggleFullScreen();
    else if (scrolled(text.current, event.key)) event.preventDefault();
    else {
      const act = actOfKey(event, hasLetters);
      if (!act) return;
      onAct(act);
    }
    event.preventDefault();
  });

  return (
    <section
      ref={root}
      className={`presenter${isScreen ? ' presenter--screen' : ''}${isFolded ? ' presenter--folded' : ''}`}
      aria-label={t('classroom.present.title')}
      tabIndex={-1}
      data-size={state.size}
    >
      {!isFolded && stop === undefined && (
        <p className="presenter__alone">{t('classroom.present.empty')}</p>
      )}
      {!isFolded && stop !== undefined && (
        <div className={`presenter__show presenter__show--${captions.length}`} {...swipe}>
          <div className="presenter__picture">
            <StagePicture
              scenario={scenario}
              label={t('classroom.present.picture', {
                title: scenario.title?.trim() || t('ui.scenario.untitled'),
              })}
              isOpen={(id) => isOpen(state, `relationship ${id}`)}
              stop={stop}
              isSpotlit={state.isSpotlit}
              isNear={state.isNear}
            />
            <Disclaimer words={words} />
          </div>
          <div ref={text} className="presenter__captions">
            {captions.map((caption) => (
              <Caption key={caption.language} caption={caption} isShown={isShown} />
            ))}
            {failed.map((language) => (
              <p key={language} className="presenter__small" role="status">
                {t('classroom.present.wordsNotLoaded')}
              </p>
            ))}
          </div>
        </div>
      )}
      {!isFolded && state.isBlank && (
        <button
          type="button"
          className="presenter__blank"
          aria-label={t('classroom.present.unblank')}
          onClick={() => onAct({ do: 'blank' })}
        />
      )}
      {!isFolded && <TimerFace timer={state.timer} />}
      <Bar
        {...props}
        place={place}
        isShown={isShown}
        hasAnswer={captions[0]?.answer !== undefined}
        hasLetters={hasLetters}
        onLetters={setLetters}
        onFullScreen={toggleFullScreen}
      />
      {problem && (
        <p className="presenter__problem" role="alert">
          {t(`classroom.present.${problem}`)}
        </p>
      )}
    </section>
  );
}

/** Keys count wherever the focus is, also when what had it is gone. */
function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}

/** The rest of a long text comes before the next stop. */
function scrolled(text: HTMLElement | null, key: string): boolean {
  if (!text || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false;
  const before = text.scrollTop;
  const page = 0.6 * text.clientHeight;
  text.scrollTop += key === 'ArrowDown' ? page : -page;
  return Math.abs(text.scrollTop - before) > 1;
}

/** Whether what has the focus takes this key for itself. */
function usesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  const isControl = (selector: string) => target.closest(selector) !== null;
  // What a remote control sends goes on in any case.
  if (isControl('select') && !key.startsWith('Page')) return true;
  return (key === ' ' || key === 'Enter') && isControl('button, summary, a, input');
}

/** Esc closes the settings first, where the focus is in them. */
function isOpenDetails(target: EventTarget | null): boolean {
  const details = target instanceof Element && target.closest('details[open]');
  if (!(details instanceof HTMLDetailsElement)) return false;
  details.open = false;
  details.querySelector('summary')?.focus();
  return true;
}

function useAnnounced(
  caption: StopWords | undefined,
  isShown: boolean,
  isBlank: boolean,
  announce: (sentence: string) => void,
): void {
  const verdict = isShown ? caption?.answer?.verdict : '';
  const { t } = usePlaying();
  const sentence = isBlank
    ? t('classroom.present.blank')
    : [caption?.title, verdict].filter(Boolean).join(': ');
  const say = useRef(announce);
  useEffect(() => {
    say.current = announce;
  }, [announce]);
  useEffect(() => {
    if (sentence) say.current(sentence);
  }, [sentence]);
}

/** Pixels that a finger must go sideways. */
const SWIPE = 60;

function useSwipe(onAct: (act: Act) => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
      start.current = pointerType === 'touch' ? { x: clientX, y: clientY } : null;
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      const from = start.current;
      start.current = null;
      if (!from) return;
      const [x, y] = [clientX - from.x, clientY - from.y];
      if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) {
        onAct({ do: x < 0 ? 'next' : 'previous' });
      }
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}

interface CaptionProps {
  readonly caption: StopWords;
  readonly isShown: boolean;
}

function Caption({ caption, isShown }: CaptionProps) {
  const { title, facts, factsFrom, question, answer, language } = caption;
  return (
    <section className="caption" lang={language}>
      <h2 className="caption__title">{title}</h2>
      {facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {factsFrom && <p className="presenter__small">{factsFrom}</p>}
      {!isShown && question !== '' && <p className="caption__question">{question}</p>}
      {isShown && answer && (
        <div className={`caption__answer caption__answer--${answer.shown}`}>
          {(answer.verdict || answer.headline) && (
            <p className={`caption__verdict verdict--${answer.shown}`}>
              <Icon name={answer.shown} />
              <span>
                <strong>{answer.verdict}</strong>
                {answer.headline && ' · '}
                {answer.headline}
              </span>
            </p>
          )}
          {answer.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {answer.sources && <p className="presenter__small">{answer.sources}</p>}
        </div>
      )}
    </section>
  );
}

/** Whatever is shown to a room says what it is, in the language of the room. */
function Disclaimer({ words }: { readonly words: ReadonlyMap<Language, TFunction> }) {
  const [first] = words;
  if (!first) return null;
  const [language, own] = first;
  return (
    <p className="presenter__small presenter__disclaimer" lang={language}>
      {own('policy.disclaimer')}
    </p>
  );
}

function TimerFace({ timer }: Pick<Presentation, 'timer'>) {
  const { t, now, announce } = usePlaying();
  const [, tick] = useState(0);
  const isRunning = timer.since !== null;
  const { seconds, isUp } = shownTime(timer, now());
  useEffect(() => {
    if (!isRunning) return;
    const interval = setInterval(() => tick((n) => n + 1), 250);
    return () => clearInterval(interval);
  }, [isRunning]);
  const say = useRef(announce);
  useEffect(() => {
    say.current = announce;
  }, [announce]);
  const isOver = isUp && isRunning;
  const over = t('classroom.present.timeUp');
  useEffect(() => {
    if (isOver) say.current(over);
  }, [isOver, over]);
  if (!isRunning && timer.before === 0) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    <p
      className={`presenter__timer${isUp ? ' presenter__timer--up' : ''}`}
      role="timer"
      aria-label={t('classroom.present.timer')}
    >
      {`${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`}
      {isUp && ` · ${over}`}
    </p>
  );
}

interface BarProps extends StageProps {
  readonly place: number;
  readonly isShown: boolean;
  readonly hasAnswer: boolean;
  readonly hasLetters: boolean;
  readonly onLetters: (hasLetters: boolean) => void;
  readonly onFullScreen: () => void;
}

function Bar(props: BarProps) {
  const { scenario, stops, state, place, isShown, hasAnswer, onAct, onLeave } = props;
  const { isFolded = false, onFold } = props;
  const { t, language } = usePlaying();
  const explainer = createExplainer(t, language, scenario);
  const stop = stops[place];
  return (
    <div className="presenter__bar">
      <button
        type="button"
        className="button"
        aria-disabled={place === 0}
        onClick={() => onAct({ do: 'previous' })}
      >
        <Icon name="previous" />
        <span className="presenter__label">{t('classroom.present.previous')}</span>
      </button>
      <button
        type="button"
        className="button button--primary"
        aria-disabled={place >= stops.length - 1}
        onClick={() => onAct({ do: 'next' })}
      >
        <span className="presenter__label">{t('classroom.present.next')}</span>
        <Icon name="next" />
      </button>
      {state.asksFirst && (
        <button
          type="button"
          className="button"
          disabled={!hasAnswer}
          onClick={() => onAct({ do: 'reveal' })}
        >
          {t(isShown ? 'classroom.present.hide' : 'classroom.present.reveal')}
        </button>
      )}
      {stop && (
        <label className="presenter__stop">
          <span className="sr-only">{t('classroom.present.stop')}</span>
          <select
            className="input"
            value={stopKey(stop)}
            onChange={({ target }) => onAct({ do: 'go', stop: target.value })}
          >
            {stops.map((one) => (
              <option key={stopKey(one)} value={stopKey(one)}>
                {stopTitle(one, explainer, t)}
              </option>
            ))}
          </select>
          <span>{t('classroom.present.place', { n: place + 1, total: stops.length })}</span>
        </label>
      )}
      {onFold && (
        <button type="button" className="button" onClick={() => onFold(!isFolded)}>
          {t(isFolded ? 'classroom.present.unfold' : 'classroom.present.fold')}
        </button>
      )}
      <Settings {...props} />
      {onLeave && (
        <button
          type="button"
          className="button button--quiet presenter__leave"
          aria-label={t('classroom.present.leave')}
          onClick={onLeave}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

function Settings(props: BarProps) {
  const { state, onAct, onFullScreen, onOpenSecond, second = 'none' } = props;
  const { hasLetters, onLetters, isScreen } = props;
  const { t } = usePlaying();
  const { timer, captions } = state;
  const [first, other] = captions;
  const isRunning = timer.since !== null;
  return (
    <details className="presenter__settings">
      <summary className="button">{t('classroom.present.settings')}</summary>
      <div className="presenter__sheet">
        <Check
          label={t('classroom.present.askFirst')}
          isOn={state.asksFirst}
          onChange={() => onAct({ do: 'ask' })}
        />
        <Check
          label={t('classroom.present.spotlight')}
          isOn={state.isSpotlit}
          onChange={() => onAct({ do: 'spotlight' })}
        />
        <Check
          label={t('classroom.present.zoom')}
          isOn={state.isNear}
          onChange={() => onAct({ do: 'near' })}
        />
        <Pick
          label={t('classroom.present.captions')}
          value={first}
          options={LANGUAGES.map((id) => ({ id, name: ENDONYMS[id] }))}
          onPick={(picked) => {
            const one = picked as Language;
            const rest = other === one ? first : other;
            onAct({ do: 'captions', captions: rest ? [one, rest] : [one] });
          }}
        />
        <Pick
          label={t('classroom.present.second')}
          value={other ?? ''}
          options={[
            { id: '', name: t('classroom.present.onlyOne') },
            ...LANGUAGES.filter((id) => id !== first).map((id) => ({ id, name: ENDONYMS[id] })),
          ]}
          onPick={(picked) => {
            onAct({ do: 'captions', captions: picked ? [first, picked as Language] : [first] });
          }}
        />
        <div className="presenter__row">
          <button
            type="button"
            className="button"
            aria-disabled={state.size === 0}
            onClick={() => onAct({ do: 'size', by: -1 })}
          >
            {t('classroom.present.smaller')}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={state.size === LARGEST}
            onClick={() => onAct({ do: 'size', by: 1 })}
          >
            {t('classroom.present.larger')}
          </button>
        </div>
        <div className="presenter__row">
          <Pick
            label={t('classroom.present.timer')}
            value={String(timer.minutes)}
            options={TIMER_MINUTES.map((minutes) => ({
              id: String(minutes),
              name:
                minutes === 0
                  ? t('classroom.present.timerCountUp')
                  : t('classroom.present.timerMinutes', { count: minutes }),
            }))}
            onPick={(picked) => onAct({ do: 'minutes', minutes: Number(picked) })}
          />
          <button type="button" className="button" onClick={() => onAct({ do: 'timer' })}>
            {t(isRunning ? 'classroom.present.timerPause' : 'classroom.present.timerStart')}
          </button>
          <button type="button" className="button" onClick={() => onAct({ do: 'resetTimer' })}>
            {t('classroom.present.timerReset')}
          </button>
        </div>
        <div className="presenter__row">
          <button type="button" className="button" onClick={() => onAct({ do: 'blank' })}>
            {t('classroom.present.blank')}
          </button>
          <button type="button" className="button" onClick={onFullScreen}>
            {t('classroom.present.fullScreen')}
          </button>
          {onOpenSecond && !isScreen && (
            <button type="button" className="button" onClick={onOpenSecond}>
              <Icon name="external" />
              {t('classroom.window.open')}
            </button>
          )}
        </div>
        <p role="status">{statusOf(second, t)}</p>
        <Check
          label={t('classroom.present.letters')}
          isOn={hasLetters}
          onChange={() => onLetters(!hasLetters)}
        />
        <Keys />
      </div>
    </details>
  );
}

function statusOf(second: WindowStatus, t: TFunction): string {
  if (second === 'none' || second === 'opening') return '';
  return t(`classroom.window.${second === 'following' ? 'opened' : second}`);
}

const KEYS = [
  'next',
  'previous',
  'reveal',
  'blank',
  'spotlight',
  'zoom',
  'timer',
  'size',
  'fullScreen',
] as const;

function Keys() {
  const { t } = usePlaying();
  const id = useId();
  return (
    <>
      <h3 id={id} className="heading">
        {t('classroom.keys.title')}
      </h3>
      <ul aria-labelledby={id}>
        {KEYS.map((key) => (
          <li key={key}>{t(`classroom.keys.${key}`)}</li>
        ))}
      </ul>
    </>
  );
}

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: () => void;
}

function Check({ label, isOn, onChange }: CheckProps) {
  return (
    <label className="presenter__check">
      <input type="checkbox" checked={isOn} onChange={onChange} />
      {label}
    </label>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onPick: (id: string) => void;
}

function Pick({ label, value, options, onPick }: PickProps) {
  return (
    <label className="presenter__pick">
      <span>{label}</span>
      <select className="input" value={value} onChange={({ target }) => onPick(target.value)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
