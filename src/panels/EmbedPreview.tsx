import { useEffect, useRef, useState } from 'react';
import { useLanguage, useT } from '../hooks/use-t.ts';
import { drawPicture, titleOf } from '../render/svg.ts';
import {
  type EmbedForm,
  type EmbedWish,
  FRAME_HEIGHT,
  linkOf,
  SANDBOX,
  viewAddress,
} from './embed-code.ts';
import { useWording } from './use-wording.ts';

interface Props {
  readonly form: EmbedForm;
  readonly wish: EmbedWish;
}

/**
 * What the reader of the page will see. Forms with a script show their picture or link until the view is
 * there, as they will in the page.
 */
export function EmbedPreview({ form, wish }: Props) {
  const t = useT();
  const own = useLanguage();
  const [attempt, setAttempt] = useState(0);
  // A frame alone is told nothing by its page: neither its language nor who may speak with it.
  const src =
    form === 'iframe'
      ? viewAddress(wish)
      : viewAddress({ ...wish, language: wish.language ?? own }, location.origin);
  return (
    <section className="embed__preview" aria-label={t('report.export.preview')}>
      {form === 'markdown' ? (
        <Picture wish={wish} />
      ) : (
        <LiveView
          key={`${form} ${src} ${wish.height} ${attempt}`}
          src={src}
          form={form}
          wish={wish}
          retry={() => setAttempt(attempt + 1)}
        />
      )}
    </section>
  );
}

/** After this long with a page but no word from the view, something is wrong. Milliseconds. */
const PATIENCE = 5_000;
const FIRST_HEIGHT = 150;

interface LiveProps extends Props {
  readonly src: string;
  readonly retry: () => void;
}

function LiveView({ src, form, wish, retry }: LiveProps) {
  const t = useT();
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const [isPage, setPage] = useState(false);
  const [grown, setGrown] = useState(FIRST_HEIGHT);

  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      const view = frame.current?.contentWindow;
      if (!view || source !== view || data?.csp !== 1) return;
      if (data.type === 'ready') {
        setState('ready');
        view.postMessage({ csp: 1, type: 'hello' }, '*');
      }
      if (data.type === 'resize')
        setGrown(Math.min(20_000, Math.max(40, Number(data.height) || 0)));
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (!isPage || state !== 'loading') return;
    const timer = setTimeout(() => setState('failed'), PATIENCE);
    return () => clearTimeout(timer);
  }, [isPage, state]);

  const height = wish.height ?? (form === 'iframe' ? FRAME_HEIGHT : grown);
  return (
    <div className="embed__host" style={{ maxWidth: wish.width ?? undefined }}>
      {state === 'loading' && (
        <p className="quiet small" role="status">
          {t('ui.loading')}
        </p>
      )}
      {state === 'failed' && (
        <div role="alert">
          <p>{t('embed.snippets.failed')}</p>
          <button type="button" className="button" onClick={retry}>
            {t('report.export.retry')}
          </button>
        </div>
      )}
      {state !== 'ready' && <StandIn form={form} wish={wish} />}
      <iframe
        ref={frame}
        src={src}
        title={wish.title}
        height={height}
        loading="lazy"
        sandbox={SANDBOX}
        onLoad={() => setPage(true)}
      />
    </div>
  );
}

/** What stands in the place of the view before its script has run. */
function StandIn({ form, wish }: Props) {
  if (form === 'iframe') return null;
  if (form !== 'element') return <Picture wish={wish} />;
  return (
    <a href={linkOf(wish)} target="_blank" rel="noopener">
      {wish.title}
    </a>
  );
}

function Picture({ wish }: { readonly wish: EmbedWish }) {
  const t = useT();
  const own = useLanguage();
  const { scenario } = wish;
  const wanted = useWording(wish.language ?? own);
  if (wanted.state === 'loading') return <p role="status">{t('report.export.loading')}</p>;
  if (wanted.state === 'failed') {
    return (
      <div role="alert">
        <p>{t('ui.notice.wordsNotLoaded')}</p>
        <button type="button" className="button" onClick={wanted.retry}>
          {t('report.export.retry')}
        </button>
      </div>
    );
  }
  const { svg, width, height } = drawPicture(scenario, wanted.wording, wish.theme);
  return (
    <a href={linkOf(wish)} target="_blank" rel="noopener">
      <img
        className="embed__picture"
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        width={width}
        height={height}
        alt={titleOf(scenario, wanted.wording.t)}
      />
    </a>
  );
}
