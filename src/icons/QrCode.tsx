import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  /** What its classes begin with: how large it is, is for the page to say. */
  readonly block?: string;
}

/** A text as a code to point a camera at: dark on white in every theme, with the quiet zone that readers need. */
export function QrCode({ text, label, block = 'qr' }: QrCodeProps) {
  const { size, data } = encode(text, { ecc: 'L', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className={block}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className={`${block}__ground`} d={`M0 0h${size}v${size}H0z`} />
      <path className={`${block}__dots`} d={path} />
    </svg>
  );
}
