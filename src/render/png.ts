import type { Size } from '../geometry/layout.ts';

/** What every browser can still draw on a canvas. */
const LONGEST = 16_384;
const LARGEST = 120_000_000;

/** The pixels of a picture at twice its size, or as large as browsers can draw it. */
export function pngSize({ width, height }: Size): Size {
  const scale = Math.min(
    2,
    LONGEST / Math.max(width, height),
    Math.sqrt(LARGEST / (width * height)),
  );
  return {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  };
}
