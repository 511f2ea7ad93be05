import { useEffect, useRef, useState } from 'react';
import { usePlaying } from './play-context.ts';

/** What browsers that read bar codes offer; TypeScript does not know it yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

function detectorClass(): DetectorClass | undefined {
  return (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
}

/** Milliseconds between two looks at the picture. */
const PAUSE = 250;

interface CodeScannerProps {
  /** Called once for each text that comes before the camera. */
  readonly onText: (text: string) => void;
}

/** Reads QR codes with the camera, which is asked for when the button is pressed and never before. */
export function CodeScanner({ onText }: CodeScannerProps) {
  const { t } = usePlaying();
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [failed, setFailed] = useState(false);
  const Detect = detectorClass();

  if (!Detect || !navigator.mediaDevices) {
    return <p className="quiet">{t('classroom.round.noScanner')}</p>;
  }
  const start = () => {
    setFailed(false);
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .then(setStream, () => setFailed(true));
  };
  return (
    <div className="scanner">
      <button type="button" className="button" onClick={() => (stream ? setStream(null) : start())}>
        {t(stream ? 'classroom.round.stopScan' : 'classroom.round.scan')}
      </button>
      <p role="status">
        {failed && t('classroom.round.noCamera')}
        {stream && t('classroom.round.scanning')}
      </p>
      {stream && (
        <Viewfinder
          stream={stream}
          Detect={Detect}
          onText={onText}
          onFail={() => {
            setStream(null);
            setFailed(true);
          }}
        />
      )}
    </div>
  );
}

interface ViewfinderProps extends CodeScannerProps {
  readonly stream: MediaStream;
  readonly Detect: DetectorClass;
  readonly onFail: () => void;
}

function Viewfinder({ stream, Detect, onText, onFail }: ViewfinderProps) {
  const { t } = usePlaying();
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ onText, onFail });
  useEffect(() => {
    latest.current = { onText, onFail };
  }, [onText, onFail]);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let isOver = false;
    let last = '';
    const fail = () => {
      if (!isOver) latest.current.onFail();
    };
    const look = async (detector: Detector) => {
      if (isOver) return;
      const found = element.readyState >= 2 ? await detector.detect(element) : [];
      const text = found[0]?.rawValue ?? '';
      if (text && text !== last && !isOver) latest.current.onText(text);
      if (text) last = text;
      setTimeout(() => void look(detector).catch(fail), PAUSE);
    };
    element.srcObject = stream;
    element.play().catch(fail);
    try {
      void look(new Detect({ formats: ['qr_code'] })).catch(fail);
    } catch {
      fail();
    }
    return () => {
      isOver = true;
      for (const track of stream.getTracks()) track.stop();
    };
  }, [stream, Detect]);

  return (
    <video
      ref={video}
      className="scanner__video"
      aria-label={t('classroom.round.camera')}
      muted
      playsInline
    />
  );
}
